import { html, nothing, type TemplateResult } from "lit/html.js";
import { copyFrom } from "../ui/copy";
import { icon } from "../ui/icons";
import { notice } from "../ui/notice";
import { qrCode } from "../ui/qr";
import type { RoomState } from "./state";
import type { RoomActs } from "./view";

/** The switch, the link and the id. */
export function sharePanel(state: RoomState, acts: RoomActs): TemplateResult {
  const own = state.role === "owner";
  const link = `${location.origin}/room/${encodeURIComponent(state.id)}`;
  return html`
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${state.isShared}
        ?disabled=${!own || state.busy}
        @change=${(event: Event) => acts.share((event.target as HTMLInputElement).checked)}
      />
      <span class="track" aria-hidden="true"></span>
      <span>
        <strong>${state.isShared ? "Shared" : "Not shared"}</strong>
        <span class="soft">
          ${state.isShared
            ? "Whoever has the link can come in, see, hear, type and click."
            : own
              ? "Switch it on, then send somebody the link."
              : "Only the owner can share it."}
        </span>
      </span>
    </label>
    ${state.trouble ? notice(state.trouble) : nothing}
    <div class="handles" ?inert=${!state.isShared}>
      ${copyField("link", "Link", link, state, acts)} ${copyField("id", "Id, to read out", state.id, state, acts)}
    </div>
    ${state.isShared ? qr(link) : nothing}
  `;
}

function qr(link: string): TemplateResult | typeof nothing {
  const grid = qrCode(link);
  if (!grid) return nothing;
  const path = grid
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : "")))
    .join("");
  return html`<details class="qr">
    <summary>Show it to a phone</summary>
    <svg viewBox="0 0 ${grid.length + 8} ${grid.length + 8}" role="img" aria-label="QR code of the link">
      <path d=${path} shape-rendering="crispEdges" />
    </svg>
  </details>`;
}

function copyField(what: "link" | "id", label: string, value: string, state: RoomState, acts: RoomActs): TemplateResult {
  const copy = async () => {
    const field = document.querySelector<HTMLInputElement>(`#share-${what}`);
    if (field && (await copyFrom(field)) === "copied") acts.tell({ type: "copied", what });
  };
  const done = state.copied === what;
  return html`<label for="share-${what}">${label}</label>
    <div class="row">
      <input
        id="share-${what}"
        readonly
        .value=${value}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
      <button aria-label="Copy the ${what}" @click=${copy}>
        ${icon(done ? "check" : "copy")}<span aria-live="polite">${done ? "Copied" : "Copy"}</span>
      </button>
    </div>`;
}
