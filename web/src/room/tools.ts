import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../ui/icons";
import { unread } from "./chat/state";
import type { RoomState } from "./state";
import { faceOf } from "./study/words";
import type { RoomActs } from "./view";

/** What opens beside the picture. */
export function sideTools(state: RoomState, acts: RoomActs): TemplateResult {
  const news = unread(state.chat, state.self);
  const { own } = state.study;
  return html`
    <button
      class="ghost"
      title="Chat"
      aria-label=${news > 0 ? `Chat, ${news} new` : "Chat"}
      aria-expanded=${state.side === "chat"}
      @click=${() => acts.side("chat")}
    >
      ${icon("chat")}${news > 0 ? html`<span class="badge" aria-hidden="true">${news > 99 ? "99+" : news}</span>` : nothing}
    </button>
    <button
      class="ghost ${own ? "runs" : ""} ${own?.status === "paused" ? "paused" : ""}"
      title="Study timer"
      aria-label="Study timer"
      aria-expanded=${state.side === "study"}
      @click=${() => acts.side("study")}
    >
      ${icon("timer")}${own ? html`<span class="face">${faceOf(own)}</span>` : nothing}
    </button>
  `;
}
