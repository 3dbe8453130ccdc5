import type { Refusal } from "../../socket/reply";
import type { ACTIONS } from "./protocol";

const REFUSALS: Readonly<Record<string, string>> = {
  "not-in-room": "You are not in the room right now. Try again in a moment.",
  "not-found": "That is not there any more.",
  forbidden: "You may not do that here.",
  ended: "This browser is over.",
  "rate-limited": "That was a lot at once. Wait a moment.",
  busy: "That was a lot at once. Wait a moment.",
  unavailable: "The server cannot do that right now. Try again in a moment.",
  timeout: "The server did not answer. Try again.",
  closed: "The connection was lost. Try again.",
};

/** A refusal of the room in words for a person; what it says itself where there are none. */
export function words({ code, message }: Refusal): string {
  return REFUSALS[code] ?? (message || "That did not work. Try again.");
}

export const NAVIGATED: Readonly<Record<(typeof ACTIONS)[number], string>> = {
  back: "went back",
  forward: "went forward",
  reload: "reloaded the page",
  to: "went to another page",
};
