import type { Counts, Delivery, Found } from "../api/realtime";
import type { Advice } from "../api/refusals";

export type Aim = "all" | "users" | "groups" | "room";

export interface RealtimeState {
  /** Undefined until the server has told who looks. */
  readonly admin: boolean | undefined;
  readonly counts: Counts | undefined;
  readonly found: Found | undefined;
  readonly aim: Aim;
  readonly kind: "notice" | "event";
  readonly delivery: Delivery | undefined;
  readonly busy: boolean;
  readonly trouble: { readonly place: "counts" | "find" | "send"; readonly advice: Advice } | undefined;
}

export type RealtimeEvent =
  | { readonly type: "who"; readonly admin: boolean }
  | { readonly type: "counted"; readonly counts: Counts }
  | { readonly type: "found"; readonly found: Found }
  | { readonly type: "aim"; readonly aim: Aim }
  | { readonly type: "kind"; readonly kind: RealtimeState["kind"] }
  | { readonly type: "sending" }
  | { readonly type: "sent"; readonly delivery: Delivery }
  | { readonly type: "refused"; readonly trouble: NonNullable<RealtimeState["trouble"]> };

export const START: RealtimeState = {
  admin: undefined,
  counts: undefined,
  found: undefined,
  aim: "all",
  kind: "notice",
  delivery: undefined,
  busy: false,
  trouble: undefined,
};

export function reduce(state: RealtimeState, event: RealtimeEvent): RealtimeState {
  switch (event.type) {
    case "who":
      return { ...state, admin: event.admin };
    case "counted":
      return { ...state, counts: event.counts, trouble: state.trouble?.place === "counts" ? undefined : state.trouble };
    case "found":
      return { ...state, found: event.found, trouble: undefined };
    case "aim":
      return { ...state, aim: event.aim, delivery: undefined };
    case "kind":
      return { ...state, kind: event.kind, delivery: undefined };
    case "sending":
      return { ...state, busy: true, delivery: undefined, trouble: undefined };
    case "sent":
      return { ...state, busy: false, delivery: event.delivery };
    case "refused":
      return { ...state, busy: false, trouble: event.trouble };
  }
}
