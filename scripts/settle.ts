import { InvalidSettings, parseConfig, type Config } from "#lib/config/config.ts";
import { choosePort, isOwnAddress, isPortFree } from "./ports.ts";
import { say } from "./steps.ts";

/**
 * The settings with ports that are free now. A default gives way to what listens there; a setting does not.
 * @throws {InvalidSettings} when a port that was asked for is taken, or HOST is no address of this machine.
 */
export async function settle(): Promise<{ config: Config; env: NodeJS.ProcessEnv }> {
  const asked = parseConfig(process.env);
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: asked.dataDir };
  const ports = [
    { name: "PORT", wanted: asked.port, what: "the app", host: asked.host },
    ...(asked.isSandbox
      ? [{ name: "SIMULATOR_PORT", wanted: asked.simulatorPort, what: "the simulator", host: undefined }]
      : []),
  ];
  if (asked.host !== undefined && !(await isOwnAddress(asked.host)))
    throw new InvalidSettings([`HOST is ${asked.host}, which is no address of this machine`]);
  const faults: string[] = [];
  const taken: number[] = [];
  for (const { name, wanted, what, host } of ports) {
    const choice = await choosePort(name, wanted, Boolean(process.env[name]), taken, (port) =>
      isPortFree(port, host),
    );
    if ("fault" in choice) {
      faults.push(choice.fault);
      continue;
    }
    if (!choice.isDefault) say(`Port ${wanted} is taken: ${what} listens on ${choice.port}.`);
    taken.push(choice.port);
    env[name] = String(choice.port);
  }
  if (faults.length > 0) throw new InvalidSettings(faults);
  const config = parseConfig(env);
  return { config, env: { ...env, APP_URL: config.appUrl } };
}
