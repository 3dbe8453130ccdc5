/** Why a media socket closed and whether to come back: contracts/close-codes.md as data, compared with it by a test. */

export type CloseReason =
  | "slow"
  | "draining"
  | "upstream-lost"
  | "try-again"
  | "token-expired"
  | "unauthorized"
  | "left"
  | "kicked"
  | "banned"
  | "ended"
  | "not-found"
  | "bad-message"
  | "too-many"
  | "session-over";

export interface CloseCode {
  readonly reason: CloseReason;
  readonly comeBack: boolean | "after asking";
}

export const CLOSE_CODES: ReadonlyMap<number, CloseCode> = new Map<number, CloseCode>([
  [4001, { reason: "slow", comeBack: true }],
  [4002, { reason: "draining", comeBack: true }],
  [4003, { reason: "upstream-lost", comeBack: true }],
  [4004, { reason: "try-again", comeBack: true }],
  [4400, { reason: "token-expired", comeBack: true }],
  [4500, { reason: "unauthorized", comeBack: false }],
  [4501, { reason: "left", comeBack: false }],
  [4502, { reason: "kicked", comeBack: false }],
  [4503, { reason: "banned", comeBack: false }],
  [4504, { reason: "ended", comeBack: false }],
  [4505, { reason: "not-found", comeBack: false }],
  [4506, { reason: "bad-message", comeBack: false }],
  [4507, { reason: "too-many", comeBack: false }],
  [4508, { reason: "session-over", comeBack: "after asking" }],
]);

/** What to do after a close. `text` is the frame's own reason text, such as why a VM session ended. */
export type Verdict =
  | { readonly act: "retry"; readonly reason: CloseReason | "lost" }
  | { readonly act: "renew"; readonly reason: "token-expired" | "unauthorized" | "session-over" }
  | { readonly act: "stop"; readonly reason: CloseReason; readonly text: string };

/**
 * Judges a close. An unknown code of our own ranges is judged by its range; a standard code means come back, but for
 * those that say the talk itself was wrong. `renewed` tells that this very token came from a renewal just now, so that
 * a second refusal is final.
 */
export function judge(code: number, text: string, renewed: boolean): Verdict {
  const known = CLOSE_CODES.get(code);
  if (known?.reason === "token-expired") return { act: "renew", reason: "token-expired" };
  if (known?.reason === "unauthorized" && !renewed) return { act: "renew", reason: "unauthorized" };
  // Who has a user session again gets in again; whoever renews finds out.
  if (known?.reason === "session-over" && !renewed) return { act: "renew", reason: "session-over" };
  if (known) return known.comeBack === true ? { act: "retry", reason: known.reason } : { act: "stop", reason: known.reason, text };
  if (code >= 4500 && code < 5000) return { act: "stop", reason: "bad-message", text };
  if (code === 1002 || code === 1003 || code === 1007 || code === 1008 || code === 1009) {
    return { act: "stop", reason: "bad-message", text };
  }
  return { act: "retry", reason: "lost" };
}
