import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "#lib/config/config.ts";
import type { OperatorSettings } from "#lib/config/operator-settings.ts";
import { ALARMS, type AlarmKind } from "#lib/features/alarms/alarms.ts";
import { judge } from "#lib/features/alarms/judge.ts";
import { messageOf } from "#lib/features/alarms/message.ts";
import { Notes } from "#lib/features/alarms/notes.ts";
import { AlarmPost } from "#lib/features/alarms/post.ts";
import { Shares } from "#lib/features/alarms/shares.ts";
import { Steady } from "#lib/features/alarms/steady.ts";
import { Trouble } from "#lib/log/trouble.ts";
import { observe } from "./observe.ts";

/** Half of the shortest time after which an alarm rings. */
const LOOK_EVERY_MS = 15_000;

const NOT_LOOKED = new Trouble({
  level: "error",
  message: "could not look whether the operator is to be told",
});

type Settings = Pick<Config, "spoolDir" | "dataDir" | "port" | "appUrl">;

/** Looks how the app is, and tells the operator what needs a person. Needs no database. */
export class AlarmWatch {
  readonly #settings: Settings;
  readonly #notes: Notes;
  readonly #post: AlarmPost;
  readonly #shares = new Shares();
  readonly #steady = new Steady();

  constructor(settings: Settings, operator: OperatorSettings) {
    this.#settings = settings;
    this.#notes = new Notes(settings.spoolDir ?? settings.dataDir);
    this.#post = new AlarmPost(operator);
  }

  /**
   * Looks once, and sends what is due. Never throws.
   * @param nowMs Of a clock that is never put back.
   */
  async look(now: Date, nowMs: number, signal: AbortSignal): Promise<void> {
    try {
      const { port, appUrl } = this.#settings;
      const observed = await observe(this.#settings, this.#shares, nowMs);
      for (const [alarm, detail] of this.#steady.look(judge(observed), nowMs)) {
        const { isOwn }: AlarmKind = ALARMS[alarm];
        const turned = this.#notes.turn(isOwn ? `${alarm} ${port}` : alarm, detail !== null, now);
        if (!turned) continue;
        const place = isOwn ? `${hostname()}, port ${port}` : hostname();
        const facts = { alarm, ...turned, detail: detail ?? "", place, appUrl, now };
        this.#post.put(alarm, messageOf(facts));
      }
      await this.#post.send(now, nowMs, signal);
      NOT_LOOKED.passed();
    } catch (error) {
      if (!signal.aborted) NOT_LOOKED.met(error);
    }
  }

  close(): void {
    this.#notes.close();
  }
}

/**
 * Begins to look, as long as this process runs, where the settings name who is to be told. Call it once, in a process
 * of the app.
 * @returns what ends it, without waiting for what is being sent.
 */
export function watchAlarms(settings: Settings & Pick<Config, "operator">): () => void {
  const { operator } = settings;
  if (!operator) return () => undefined;
  const stop = new AbortController();
  const keepLooking = async () => {
    const watch = new AlarmWatch(settings, operator);
    while (!stop.signal.aborted) {
      await watch.look(new Date(), performance.now(), stop.signal);
      await wait(LOOK_EVERY_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
    watch.close();
  };
  void keepLooking();
  return () => stop.abort();
}
