import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Delivery } from "../api/realtime";
import { typedIn } from "../ui/field";
import { notice } from "../ui/notice";
import type { Aim, RealtimeState } from "./state";
import type { RealtimeActs } from "./view";

const AIMS: Readonly<Record<Aim, { readonly word: string; readonly whom?: string }>> = {
  all: { word: "Everybody" },
  users: { word: "Some people", whom: "User ids, with blanks between them" },
  groups: { word: "Some groups", whom: "Group ids, with blanks between them" },
  room: { word: "A room", whom: "The browser’s id" },
};

/** A notice that pages show at their foot, or an event for programs. */
export function broadcastForm(state: RealtimeState, acts: RealtimeActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.send(typedIn(event.target as HTMLFormElement));
  };
  const { whom } = AIMS[state.aim];
  return html`<section class="card" aria-labelledby="broadcast">
    <h2 id="broadcast">Say something</h2>
    <form class="fields" @submit=${submit}>
      <div class="pair">
        <div class="field">
          <label for="aim">To</label>
          <select id="aim" @change=${(event: Event) => acts.aim((event.target as HTMLSelectElement).value as Aim)}>
            ${Object.entries(AIMS).map(
              ([aim, { word }]) => html`<option value=${aim} ?selected=${aim === state.aim}>${word}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label for="kind">As</label>
          <select
            id="kind"
            @change=${(event: Event) => acts.kind((event.target as HTMLSelectElement).value === "event" ? "event" : "notice")}
          >
            <option value="notice" ?selected=${state.kind === "notice"}>A notice people read</option>
            <option value="event" ?selected=${state.kind === "event"}>An event for programs</option>
          </select>
        </div>
      </div>
      ${whom ? input("whom", whom, 4_000) : nothing} ${state.kind === "notice" ? input("message", "Notice", 300) : event()}
      ${state.trouble?.place === "send" ? notice(state.trouble.advice) : nothing}
      <div class="actions">
        <button class="primary" ?disabled=${state.busy}>${state.aim === "all" ? "Send to everybody" : "Send"}</button>
      </div>
      <div role="status">${state.delivery ? told(state.delivery) : nothing}</div>
    </form>
  </section>`;
}

function input(name: string, label: string, longest: number): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input id=${name} name=${name} required autocomplete="off" maxlength=${longest} />
  </div>`;
}

function event(): TemplateResult {
  return html`${input("event", "Event", 64)}
    <div class="field">
      <label for="data">Data, as JSON <span class="soft">(optional)</span></label>
      <textarea id="data" name="data" rows="3" spellcheck="false" maxlength="16384"></textarea>
    </div>`;
}

function told({ delivered, connections, nodes }: Delivery): TemplateResult {
  const silent = nodes.flatMap((node) => ("error" in node ? [node.node] : []));
  return html`<p class=${silent.length > 0 ? "bad-news" : "fine-news"}>
    Went to ${delivered.toLocaleString()} sockets on ${connections.toLocaleString()}
    connections.${silent.length > 0 ? html` No answer from ${silent.join(", ")}.` : nothing}
  </p>`;
}
