import { html } from "hono/html";
import { z } from "zod";
import { moodOf, RECEIVER_MOODS } from "#simulator/receivers/answers.ts";
import type { ReceivedRequest, Receiver } from "#simulator/world/receiver.ts";
import { storePage } from "./layout.ts";
import { shopBar } from "./shop-bar.ts";
import type { Html, Visit } from "./visit.ts";

const REQUESTS_SHOWN = 50;
/** Of a body this much fits into a row. */
const CHARACTERS_SHOWN = 160;

/** The page of another system that the store's events are passed on to: what it answers, and what came. */
export function receiverPage(visit: Visit, receiver: Receiver, url: string): Html {
  return storePage(visit, {
    title: receiver.name,
    current: receiver.id,
    body: html`<div class="intro">
        <p>
          This plays another system that takes the shop's events. Its address is <code>${url}</code>. Break
          it, and see what the app makes of that.
        </p>
      </div>
      ${shopBar(visit.store)}
      <div class="cards">${moodForm(visit, receiver)}</div>
      ${requestTable(visit, receiver)}`,
  });
}

function moodForm({ store }: Visit, { id, answer }: Receiver): Html {
  const mood = moodOf(answer);
  const other = html`<option value="" selected disabled>
    Something else (${answer.status ?? "nothing"})
  </option>`;
  return html`<form
    class="card"
    method="post"
    action="/manage/${store.hash}/receivers/${id}"
    data-quiet
    aria-labelledby="title-mood"
  >
    <h2 id="title-mood">What it does</h2>
    <label
      >Answer
      <select name="mood" required>
        ${mood === null ? other : ""}
        ${Object.entries(RECEIVER_MOODS).map(
          ([name, label]) =>
            html`<option value="${name}" ${name === mood ? "selected" : ""}>${label}</option>`,
        )}
      </select></label
    >
    <button type="submit">Change answer</button>
  </form>`;
}

function requestTable({ store }: Visit, { requests, name }: Receiver): Html {
  const time = new Intl.DateTimeFormat("en-US", { timeZone: store.timezone, timeStyle: "medium" });
  const row = ({ at, headers, body, status }: ReceivedRequest) =>
    html`<tr>
      <th scope="row"><time datetime="${at}">${time.format(new Date(at))}</time></th>
      <td>${headers["x-webhook-keeper-event-type"] ?? typeOf(body)}</td>
      <td class="number">${headers["x-webhook-keeper-attempt"] ?? ""}</td>
      <td><span class="badge">${status ?? "no answer"}</span></td>
      <td><code>${body.slice(0, CHARACTERS_SHOWN)}</code></td>
    </tr>`;
  return html`<div class="card table-card">
    <h2 id="title-requests">What came</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="title-requests">
      <table id="requests" data-refresh data-live>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Event</th>
            <th scope="col" class="number">Attempt</th>
            <th scope="col">Answered</th>
            <th scope="col">Body</th>
          </tr>
        </thead>
        <tbody>
          ${requests.slice(-REQUESTS_SHOWN).toReversed().map(row)}
          ${
            requests.length === 0
              ? html`<tr>
                  <td colspan="5">${name} was sent nothing yet.</td>
                </tr>`
              : ""
          }
        </tbody>
      </table>
    </div>
  </div>`;
}

/** What a body says of its type, whoever sent it. */
function typeOf(body: string): string {
  try {
    const { data, error } = z
      .object({ type: z.string().optional(), scope: z.string().optional() })
      .safeParse(JSON.parse(body));
    return error ? "" : (data.type ?? data.scope ?? "");
  } catch {
    return "";
  }
}
