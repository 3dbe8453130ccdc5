import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Counts, NodeCount } from "../api/realtime";
import { notice } from "../ui/notice";
import { broadcastForm } from "./broadcast";
import { finder } from "./finder";
import type { Aim, RealtimeState } from "./state";

export interface RealtimeActs {
  find(by: "user" | "group" | "room", what: string): void;
  aim(aim: Aim): void;
  kind(kind: RealtimeState["kind"]): void;
  send(fields: Readonly<Record<string, string>>): void;
}

export function realtimeView(state: RealtimeState, acts: RealtimeActs): TemplateResult {
  return html`
    <header>
      <h1>Connections</h1>
      <p class="soft">Who is connected right now, over all nodes, and a word to them.</p>
    </header>
    ${state.admin === undefined
      ? html`<p class="soft" role="status"><span class="spinner"></span> One moment …</p>`
      : state.admin
        ? html`${numbers(state)} ${broadcastForm(state, acts)} ${finder(state, acts)}`
        : notice({ title: "For administrators", text: "This page is for those who look after this Flotilla.", offer: "sign-in" })}
  `;
}

function numbers({ counts, trouble }: RealtimeState): TemplateResult {
  return html`<section class="card" aria-labelledby="numbers">
    <h2 id="numbers">Now</h2>
    ${trouble?.place === "counts" ? notice(trouble.advice) : nothing}
    ${counts ? told(counts) : html`<p class="soft" role="status"><span class="spinner"></span> Counting …</p>`}
  </section>`;
}

function told({ connections, sockets, users, namespaces, nodes, partial }: Counts): TemplateResult {
  const paths = Object.entries(namespaces).toSorted(([, a], [, b]) => b - a);
  return html`
    <dl class="numbers">
      ${number("Connections", connections)} ${number("People", users)} ${number("Sockets", sockets)}
    </dl>
    ${partial ? html`<p class="bad-news">Not every node has answered: there are more than these.</p>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label="By node">
      <table>
        <thead>
          <tr><th scope="col">Node</th><th scope="col">Connections</th><th scope="col">People</th><th scope="col">Rooms</th></tr>
        </thead>
        <tbody>
          ${nodes.map(row)}
        </tbody>
      </table>
    </div>
    <p class="soft">${paths.map(([path, count]) => `${path} ${count.toLocaleString()}`).join(" · ")}</p>
  `;
}

function number(word: string, count: number | null): TemplateResult {
  return html`<div>
    <dt>${word}</dt>
    <dd>${count === null ? "many" : count.toLocaleString()}</dd>
  </div>`;
}

function row(node: NodeCount): TemplateResult {
  if ("error" in node) {
    return html`<tr><th scope="row">${node.node}</th><td colspan="3" class="bad-news">${node.error}</td></tr>`;
  }
  return html`<tr>
    <th scope="row">${node.node}</th>
    <td>${node.connections.toLocaleString()}</td>
    <td>${node.users.toLocaleString()}</td>
    <td>${node.rooms.toLocaleString()}</td>
  </tr>`;
}
