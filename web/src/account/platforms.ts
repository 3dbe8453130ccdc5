import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { Connection, PlatformType } from "../api/platforms";
import type { AccountActs } from "./acts";
import { section } from "./section";
import type { AccountState } from "./state";

export const KINDS: Record<PlatformType, string> = {
  chromium: "This server",
  hyperbeam: "Hyperbeam",
  kubernetes: "Kubernetes",
};

/** Where the next browsers start, and what else there is to choose from. */
export function platformsSection(state: AccountState, acts: AccountActs): TemplateResult {
  const { platforms } = state;
  return section(
    state,
    "platforms",
    "Platforms",
    html`
      <p class="soft">Where your next browsers start. With none of your own, they start on this server.</p>
      ${
        platforms
          ? html`<ul class="rows">
              ${repeat(
                platforms,
                ({ id }) => id,
                (one) => row(one, state, acts),
              )}
            </ul>`
          : html`<p class="soft" role="status">Looking …</p>`
      }
      <div class="actions">
        <button
          class="quiet"
          @click=${() => acts.tell({ type: "open", open: { form: "platform", of: undefined, kind: "chromium" } })}
        >
          Add a platform
        </button>
      </div>
    `,
  );
}

function row(one: Connection, state: AccountState, acts: AccountActs): TemplateResult {
  const active = state.who?.platform ? String(state.who.platform.id) === one.id : false;
  const facts = [
    KINDS[one.platform_type] ?? one.platform_type,
    one.instance_url,
    one.username,
    one.has_secret ? "key is kept" : undefined,
  ];
  const busy = state.busy === "platforms";
  return html`<li class="tall">
    <div>
      <span class="title"
        >${one.name}${active ? html` <span class="tag good">In use</span>` : nothing}${
          one.is_default ? html` <span class="tag">Default</span>` : nothing
        }</span
      >
      <span class="facts">${facts.filter(Boolean).join(" · ")}</span>
      ${trial(one, state)}
    </div>
    <div class="row-actions">
      ${active ? nothing : html`<button class="quiet" ?disabled=${busy} aria-label="Use ${one.name}" @click=${() => acts.switchTo(one)}>Use</button>`}
      <button class="quiet" aria-label="Test ${one.name}" @click=${() => acts.tryOut(one)}>Test</button>
      ${
        one.is_default
          ? nothing
          : html`<button
              class="quiet"
              ?disabled=${busy}
              aria-label="Make default: ${one.name}"
              @click=${() => acts.makeDefault(one)}
            >
              Make default
            </button>`
      }
      <button
        class="quiet"
        aria-label="Edit ${one.name}"
        @click=${() => acts.tell({ type: "open", open: { form: "platform", of: one, kind: one.platform_type } })}
      >
        Edit
      </button>
      <button
        class="quiet"
        aria-label="Remove ${one.name}"
        @click=${() => acts.tell({ type: "open", open: { form: "remove-platform", of: one } })}
      >
        Remove
      </button>
    </div>
  </li>`;
}

function trial(one: Connection, { trials }: AccountState): TemplateResult | typeof nothing {
  if (!(one.id in trials)) return nothing;
  const found = trials[one.id];
  if (!found) return html`<span class="facts" role="status"><span class="spinner"></span> Trying …</span>`;
  return html`<span class="facts ${found.success ? "fine-news" : "bad-news"}" role="status">${found.message}</span>`;
}
