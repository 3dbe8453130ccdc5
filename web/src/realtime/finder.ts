import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ConnectedSocket } from "../api/realtime";
import { addressWords } from "../ui/address-words";
import { typedIn } from "../ui/field";
import { notice } from "../ui/notice";
import type { RealtimeState } from "./state";
import type { RealtimeActs } from "./view";

/** The sockets of one person, group or room. */
export function finder({ found, trouble }: RealtimeState, acts: RealtimeActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { by, what } = typedIn(event.target as HTMLFormElement);
    if (what) acts.find(by === "room" || by === "group" ? by : "user", what);
  };
  return html`<section class="card" aria-labelledby="finder">
    <h2 id="finder">Find</h2>
    <form class="pair" role="search" @submit=${submit}>
      <div class="field">
        <label for="by">By</label>
        <select id="by" name="by">
          <option value="user">User id</option>
          <option value="group">Group id</option>
          <option value="room">Browser’s id</option>
        </select>
      </div>
      <div class="field">
        <label for="what">Id</label>
        <div class="row">
          <input id="what" name="what" required autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="255" />
          <button>Show</button>
        </div>
      </div>
    </form>
    ${trouble?.place === "find" ? notice(trouble.advice) : nothing}
    <div role="status">
      ${found ? html`<p class="soft">${found.total === 0 ? "Nobody is connected." : `${found.total} sockets.`}</p>` : nothing}
    </div>
    ${found && found.sockets.length > 0
      ? html`<ul class="rows">
          ${found.sockets.map(row)}
        </ul>`
      : nothing}
  </section>`;
}

function row({ namespace, userId, address, node, rooms }: ConnectedSocket): TemplateResult {
  const facts = [`on ${node}`, address ? `from ${addressWords(address)}` : "", rooms.length > 0 ? `in ${rooms.join(", ")}` : ""];
  return html`<li>
    <div><span class="title">${userId}</span><span class="facts">${facts.filter(Boolean).join(" · ")}</span></div>
    <span class="tag">${namespace}</span>
  </li>`;
}
