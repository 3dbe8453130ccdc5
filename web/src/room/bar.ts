import { html, nothing, type TemplateResult } from "lit/html.js";
import { timeLeft } from "../ui/clock";
import { icon } from "../ui/icons";
import { faces } from "./people/faces";
import { qualityMeter } from "./quality";
import type { RoomState } from "./state";
import { sideTools } from "./tools";
import type { RoomActs } from "./view";

const LAST_MINUTES_MS = 5 * 60_000;

/** The top bar: what this is, who is here, how long still, and what can be done. */
export function bar(state: RoomState, acts: RoomActs): TemplateResult {
  const inside = state.phase.name === "inside";
  const own = state.role === "owner";
  return html`
    <a class="mark" href="/" aria-label="Flotilla, to the lobby">
      <svg viewBox="0 0 32 32" aria-hidden="true"><use href="/static/logo.svg#mark"></use></svg>
    </a>
    <button
      class="what"
      ?disabled=${!inside || !state.mayControl}
      title="Go to another address"
      @click=${() => acts.tell({ type: "panel", panel: "address" })}
    >
      <span class="title">${state.title || "Shared browser"}</span>
      <span class="id">${state.id}</span>
    </button>
    ${inside ? faces(state, acts) : nothing} ${inside ? clock(state) : nothing}
    <div class="tools" role="toolbar" aria-label="Room">
      ${inside ? qualityMeter(state.quality) : nothing} ${inside ? sideTools(state, acts) : nothing}
      ${inside ? soundTool(state, acts) : nothing}
      ${inside && state.mayControl
        ? html`<button class="ghost touch-only" title="Keyboard" aria-label="Show the keyboard" @click=${acts.keyboard}>
              ${icon("keyboard")}
            </button>
            <button
              class="ghost"
              title="Match the browser to my window"
              aria-label="Match the browser to my window"
              @click=${acts.match}
            >
              ${icon("fit")}
            </button>`
        : nothing}
      <button
        class="ghost"
        title="Full screen"
        aria-label="Full screen"
        aria-pressed=${state.fullScreen}
        @click=${acts.fullScreen}
      >
        ${icon("full")}
      </button>
      ${inside
        ? html`<button
              class="${own && !state.isShared ? "primary" : "quiet"} sharing"
              aria-label=${state.isShared ? "Shared" : "Share"}
              @click=${() => acts.tell({ type: "panel", panel: "share" })}
            >
              ${icon("share")}<span class="word">${state.isShared ? "Shared" : "Share"}</span>
            </button>
            <button
              class="quiet parting"
              aria-label=${own ? "End or leave" : "Leave"}
              @click=${() => acts.tell({ type: "panel", panel: "end" })}
            >
              ${icon("leave")}<span class="word">${own ? "End" : "Leave"}</span>
            </button>`
        : nothing}
    </div>
  `;
}

function clock({ expiresAt, warning, now }: RoomState): TemplateResult | typeof nothing {
  const closesAt = warning ? Math.min(warning.closesAt, expiresAt ?? Infinity) : expiresAt;
  if (closesAt === undefined) return nothing;
  const left = closesAt - now;
  return html`<span
    class="clock ${left < LAST_MINUTES_MS || warning ? "late" : ""}"
    role="timer"
    aria-label="Time left: ${timeLeft(left)}"
    title="Time left until this browser closes"
    >${icon("clock")}${timeLeft(left)}</span
  >`;
}

function soundTool({ sound, volume, muted }: RoomState, acts: RoomActs): TemplateResult | typeof nothing {
  if (sound === "missing") return nothing;
  const silent = muted || volume === 0;
  return html`<span class="sound">
    <button
      class="ghost"
      title=${silent ? "Sound on" : "Mute"}
      aria-label="Mute"
      aria-pressed=${silent}
      @click=${() => acts.volume(volume === 0 ? 1 : volume, !silent)}
    >
      ${icon(silent ? "muted" : "sound")}
    </button>
    <input
      class="wide-only"
      type="range"
      min="0"
      max="100"
      aria-label="Volume"
      .value=${String(silent ? 0 : Math.round(volume * 100))}
      @input=${(event: Event) => acts.volume(Number((event.target as HTMLInputElement).value) / 100, false)}
    />
  </span>`;
}
