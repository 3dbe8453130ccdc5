import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import type { AuditEntry, AuditFilter } from "../api/audit";
import { addressWords } from "../ui/address-words";
import { typedIn } from "../ui/field";
import { notice } from "../ui/notice";
import { WORDS, sentence, title } from "./words";
import type { AuditState } from "./state";

export interface AuditActs {
  filter(filter: AuditFilter): void;
  more(): void;
}

export function auditView(state: AuditState, acts: AuditActs): TemplateResult {
  return html`
    <header>
      <h1>Who did what</h1>
      <p class="soft">
        ${state.admin ? "Everybody’s acts" : "What you did and what happened to your account"}, the newest first, kept
        for 30 days.
        ${state.admin ? html`<a href="/admin/realtime">Who is connected now</a>` : nothing}
      </p>
    </header>
    <section class="card" aria-label="Entries">
      ${filters(state, acts)} ${state.trouble ? notice(state.trouble) : nothing} ${list(state)}
      ${
        state.next
          ? html`<div class="actions">
              <button class="quiet" ?disabled=${state.busy} @click=${acts.more}>
                ${state.busy ? html`<span class="spinner"></span>` : nothing}Older
              </button>
            </div>`
          : nothing
      }
    </section>
  `;
}

function filters({ admin, filter }: AuditState, acts: AuditActs): TemplateResult {
  const changed = (event: Event) => {
    event.preventDefault();
    const { type, user } = typedIn((event.currentTarget as HTMLElement).closest("form")!);
    acts.filter({ ...(type ? { type } : {}), ...(user ? { user } : {}) });
  };
  return html`<form class="filters" role="search" @submit=${changed}>
    <div class="field">
      <label for="type">What</label>
      <select id="type" name="type" @change=${changed}>
        <option value="">Everything</option>
        ${Object.keys(WORDS).map((type) => html`<option value=${type} ?selected=${type === filter.type}>${title(type)}</option>`)}
      </select>
    </div>
    ${
      admin
        ? html`<div class="field">
              <label for="user">Who (user id)</label>
              <input
                id="user"
                name="user"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                maxlength="64"
                .defaultValue=${filter.user ?? ""}
              />
            </div>
            <button>Show</button>`
        : nothing
    }
  </form>`;
}

function list(state: AuditState): TemplateResult | typeof nothing {
  const { entries } = state;
  if (!entries)
    return state.trouble ? nothing : html`<p class="soft" role="status"><span class="spinner"></span> One moment …</p>`;
  if (entries.length === 0) return html`<p class="soft">Nothing yet.</p>`;
  return html`<ol class="entries">
    ${repeat(
      days(entries),
      ([day]) => day,
      ([day, those]) =>
        html`<li>
          <h2>${day}</h2>
          <ul class="rows">
            ${repeat(
              those,
              ({ id }) => id,
              (entry) => row(entry, state),
            )}
          </ul>
        </li>`,
    )}
  </ol>`;
}

function row(entry: AuditEntry, { self }: AuditState): TemplateResult {
  const time = new Date(entry.at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  const about =
    entry.subject && entry.subject !== entry.actor
      ? `concerns ${entry.subject === self ? "you" : entry.subject}`
      : undefined;
  const facts = [entry.address ? `from ${addressWords(entry.address)}` : undefined, about].filter(Boolean).join(" · ");
  const grave = /failed|reused|suspicious|disabled/.test(entry.type);
  return html`<li class=${grave ? "grave" : ""}>
    <time datetime=${entry.at}>${time}</time>
    <div>
      <span class="title">${sentence(entry, self)}</span>${facts ? html`<span class="facts">${facts}</span>` : nothing}
    </div>
  </li>`;
}

function days(entries: readonly AuditEntry[]): readonly (readonly [string, readonly AuditEntry[]])[] {
  const byDay = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.at).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long" });
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return [...byDay];
}
