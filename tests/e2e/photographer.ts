import { join } from "node:path";
import type { FrameLocator, Page } from "@playwright/test";
import pg from "pg";
import { PROJECT_DIR } from "#scripts/child.ts";
import { say } from "#scripts/steps.ts";
import { FRAME } from "./fixtures.ts";
import type { Product } from "./product.ts";
import { frameClip, takePicture } from "./take-picture.ts";

/** Charts grow and pictures fade in; what is taken then stands still. */
const SETTLE_MS = 1_500;

export interface Size {
  width: number;
  height: number;
}

/** Opens a store's screens in the control panel, and takes pictures of them. */
export class Photographer {
  readonly page: Page;
  readonly product: Product;
  readonly #store: string;

  constructor(page: Page, product: Product, store: string) {
    this.page = page;
    this.product = product;
    this.#store = store;
  }

  get app(): FrameLocator {
    return this.page.frameLocator(FRAME);
  }

  /** Opens a page of the app in a window of this size, and waits until nothing of it loads anymore. */
  async openAt(path: string, size: Size): Promise<void> {
    await this.open(path, size);
    await this.rest();
  }

  /** Opens a page of the app in a window of this size, whatever of it still loads. */
  async open(path: string, size: Size): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.goto(`${this.product.simulatorUrl}/manage/${this.#store}/app${path}`);
    await this.app.getByRole("heading", { level: 1 }).waitFor();
  }

  /** Waits until the app stands still. */
  async rest(): Promise<void> {
    await this.app.locator("html:not(:has([aria-busy='true']))").waitFor();
    await this.settle();
  }

  /** Waits until what is there is drawn to its end. */
  async settle(): Promise<void> {
    // By the frame's corner: from one that it leaves in one leap, a frame of another site does not hear that it left.
    for (const frame of await this.page.locator(FRAME).all()) {
      const box = await frame.boundingBox();
      if (box) await this.page.mouse.move(box.x + 1, box.y + 1);
    }
    await this.page.mouse.move(0, 0);
    await this.page.waitForTimeout(SETTLE_MS);
  }

  /** Waits for a text that shows that the screen is whole. */
  async sees(text: string | RegExp): Promise<void> {
    await this.app.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Takes a picture of the app's frame from its top, as high as its content, in pixels, and no higher than `heightPx`. */
  async take(file: string, heightPx?: number): Promise<void> {
    await this.#save(file, await frameClip(this.page, heightPx));
  }

  /** Takes a picture of a page that stands on its own, such as the guide. */
  async takePage(file: string, address: string, size: Size): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.goto(`${this.product.appUrl}${address}`);
    await this.settle();
    await this.#save(file, { x: 0, y: 0, ...size });
  }

  /** Has something happen in the shop. */
  async shop(action: string): Promise<void> {
    await fetch(`${this.product.simulatorUrl}/control/stores/${this.#store}/shop`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ action }),
    });
  }

  /** Shows technical details, as developers see the screens, or none, as merchants do. */
  async showTechnicalDetails(isShown: boolean): Promise<void> {
    const client = new pg.Client({ connectionString: this.product.databaseUrl });
    await client.connect();
    await client.query("UPDATE memberships SET shows_technical_details = $2 WHERE store_hash = $1", [
      this.#store,
      isShown,
    ]);
    await client.end();
  }

  async #save(file: string, clip: Size & { x: number; y: number }): Promise<void> {
    if (file.endsWith(".png")) await this.page.screenshot({ path: join(PROJECT_DIR, file), clip });
    else await takePicture(this.page, file, clip);
    say(`  ${file}`);
  }
}
