import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { Device } from "../api/devices";
import { addressWords } from "../ui/address-words";
import { browserName } from "../ui/browser-name";
import { ago } from "../ui/clock";
import { suspicionWords } from "../ui/suspicion";
import type { AccountActs } from "./acts";
import { section } from "./section";
import type { AccountState } from "./state";

/** Where one is signed in, with a way to end each. */
export function devicesSection(state: AccountState, acts: AccountActs): TemplateResult {
  const { devices } = state;
  const others = devices?.filter((device) => !device.current).length ?? 0;
  const title = state.who?.authenticated ? "Where you are signed in" : "This visit";
  return section(
    state,
    "devices",
    title,
    html`
      ${securityNote(state)}
      ${
        devices
          ? html`<ul class="rows">
              ${repeat(
                inOrder(devices),
                ({ session_id }) => session_id,
                (device) => row(device, state, acts),
              )}
            </ul>`
          : html`<p class="soft" role="status">Looking …</p>`
      }
      ${state.who?.authenticated ? waysOut(others, acts) : nothing}
    `,
  );
}

function waysOut(others: number, acts: AccountActs): TemplateResult {
  const ask = (form: "end-others" | "everywhere") => () => acts.tell({ type: "open", open: { form } });
  return html`<div class="actions">
    ${others > 0 ? html`<button class="quiet" @click=${ask("end-others")}>End all others</button>` : nothing}
    <button class="quiet" @click=${ask("everywhere")}>Sign out everywhere</button>
  </div>`;
}

function inOrder(devices: readonly Device[]): readonly Device[] {
  return devices.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.last_activity.localeCompare(a.last_activity),
  );
}

function row(device: Device, state: AccountState, acts: AccountActs): TemplateResult {
  const { session_id, current, kind, user_agent, address, created_at, last_activity } = device;
  const name = kind === "client" ? `Program (${browserName(user_agent)})` : browserName(user_agent);
  const facts = [
    address && addressWords(address),
    `since ${ago(state.now - Date.parse(created_at))}`.replace("since just now", "just now"),
    current ? undefined : `active ${ago(state.now - Date.parse(last_activity))}`,
  ].filter(Boolean);
  return html`<li>
    <div>
      <span class="title">${name}${current ? html` <span class="tag good">This device</span>` : nothing}</span>
      <span class="facts" title=${user_agent ?? ""}>${facts.join(" · ")}</span>
    </div>
    ${
      current
        ? nothing
        : html`<button
            class="quiet"
            ?disabled=${state.busy === "devices"}
            aria-label="End ${name}, ${facts.join(", ")}"
            @click=${() => acts.endDevice(session_id)}
          >
            End
          </button>`
    }
  </li>`;
}

function securityNote({ security }: AccountState): TemplateResult | typeof nothing {
  if (!security?.is_suspicious) return nothing;
  const why = security.reasons.map(suspicionWords).join(", and ");
  return html`<div class="notice caution">
    <strong>Something unusual happened here</strong>
    <span>${why.charAt(0).toUpperCase() + why.slice(1)}. If that was not you, change your password.</span>
  </div>`;
}
