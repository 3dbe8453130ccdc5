import type { AuditEntry, AuditFilter, AuditPage } from "../api/audit";
import type { Advice } from "../api/refusals";

export interface AuditState {
  readonly self: string | undefined;
  readonly admin: boolean;
  readonly filter: AuditFilter;
  /** Undefined before the first answer. */
  readonly entries: readonly AuditEntry[] | undefined;
  readonly next: string | undefined;
  readonly busy: boolean;
  readonly trouble: Advice | undefined;
}

export type AuditEvent =
  | { readonly type: "who"; readonly self: string | undefined; readonly admin: boolean }
  | { readonly type: "filter"; readonly filter: AuditFilter }
  | { readonly type: "started" }
  /** @param more these are older than what is shown */
  | { readonly type: "came"; readonly page: AuditPage; readonly more: boolean }
  | { readonly type: "refused"; readonly advice: Advice };

export const START: AuditState = {
  self: undefined,
  admin: false,
  filter: {},
  entries: undefined,
  next: undefined,
  busy: false,
  trouble: undefined,
};

export function reduce(state: AuditState, event: AuditEvent): AuditState {
  switch (event.type) {
    case "who":
      return { ...state, self: event.self, admin: event.admin };
    case "filter":
      return { ...state, filter: event.filter, entries: undefined, next: undefined };
    case "started":
      return { ...state, busy: true, trouble: undefined };
    case "came": {
      const before = event.more ? (state.entries ?? []) : [];
      const known = new Set(before.map(({ id }) => id));
      const entries = [...before, ...event.page.entries.filter(({ id }) => !known.has(id))];
      return { ...state, busy: false, entries, next: event.page.next ?? undefined };
    }
    case "refused":
      return { ...state, busy: false, trouble: event.advice };
  }
}
