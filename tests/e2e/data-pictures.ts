import type { Photographer } from "./photographer.ts";
import { FOLDER, LAPTOP, modeOf } from "./screen-pictures.ts";
import { FAILED, SCREENS } from "./screens.ts";

/** Takes every screen while its data is on its way, and after it did not come, as merchants see it or as developers do. */
export async function dataPictures(photographer: Photographer, isTechnical: boolean): Promise<void> {
  const { page } = photographer;
  await photographer.showTechnicalDetails(isTechnical);
  for (const { picture, path, data, broken } of SCREENS) {
    // Merchants are not led there.
    if (picture === "settings-developer" && !isTechnical) continue;
    let answer: () => void = () => undefined;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    await page.route(data, async (route) => {
      await isAnswered;
      await route.fulfill(FAILED);
    });
    const fileOf = (state: string) => `${FOLDER}/${picture}-${state}-${modeOf(isTechnical)}-1280.webp`;
    await photographer.open(path, LAPTOP);
    await photographer.settle();
    await photographer.take(fileOf("loading"));
    answer();
    await photographer.sees(broken);
    await photographer.settle();
    await photographer.take(fileOf("failed"));
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
}
