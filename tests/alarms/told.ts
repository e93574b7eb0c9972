import { until, type Ground } from "./ground.ts";

/** Has the running product tell its operator of a database that is away, and that it is back. @returns real seconds until each. */
export async function tellOperator(ground: Ground): Promise<{ beganAfter: number; endedAfter: number }> {
  const told = (type: string) =>
    ground.sink
      .received("/operator")
      .map(({ body }) => JSON.parse(body) as { type: string; data: { alarm: string } })
      .filter((message) => message.type === type && message.data.alarm === "DatabaseUnreadable").length;
  const comes = async (type: string) => {
    const [began, before] = [performance.now(), told(type)];
    await until(`the operator hears ${type}`, () => Promise.resolve(told(type) > before));
    return Math.round((performance.now() - began) / 1_000);
  };
  const bringBack = await ground.takeAway("gone");
  const beganAfter = await comes("operator.alarm.began");
  await bringBack();
  return { beganAfter, endedAfter: await comes("operator.alarm.ended") };
}
