import type { CloseReason } from "./close-codes";

export type Failure = CloseReason | "renewal-refused";

/**
 * What a player is doing. Nothing leads out of `failed` but `restart`.
 *
 *   connecting ──picture──▶ playing ──lost──▶ reconnecting ──picture──▶ playing
 *        └──────────────────────┴───refused───────┴──────────▶ failed
 */
export type PlayerState =
  | { readonly name: "connecting"; readonly attempt: number }
  | { readonly name: "playing" }
  | { readonly name: "reconnecting"; readonly attempt: number; readonly reason: CloseReason | "lost" }
  | { readonly name: "failed"; readonly failure: Failure; readonly detail: string };

export type PlayerEvent =
  | { readonly type: "picture" }
  | { readonly type: "lost"; readonly reason: CloseReason | "lost" }
  | { readonly type: "refused"; readonly failure: Failure; readonly detail: string }
  | { readonly type: "restart" };

export const START: PlayerState = { name: "connecting", attempt: 0 };

/** The one place where states change. An event that means nothing in a state leaves the very same object. */
export function reduce(state: PlayerState, event: PlayerEvent): PlayerState {
  if (event.type === "restart") return START;
  if (state.name === "failed") return state;
  switch (event.type) {
    case "picture":
      return state.name === "playing" ? state : { name: "playing" };
    case "lost":
      if (state.name === "connecting") return { name: "connecting", attempt: state.attempt + 1 };
      return {
        name: "reconnecting",
        attempt: state.name === "reconnecting" ? state.attempt + 1 : 1,
        reason: event.reason,
      };
    case "refused":
      return { name: "failed", failure: event.failure, detail: event.detail };
  }
}
