/** What `GET /api/session/info` says of a session. */
export interface SessionInfo {
  readonly session_id: string;
  readonly created_at?: string;
  readonly last_activity?: string;
  readonly elapsed_seconds?: number;
  readonly remaining_seconds: number;
  readonly is_active?: boolean;
  readonly user_data?: unknown;
}

export interface Rules {
  /** Seconds. */
  readonly warningThreshold: number;
  readonly autoExtend: boolean;
}

/** What is remembered between two looks. */
export interface Watched {
  readonly sessionId?: string;
  /** This session's end was announced, and it was not put off since. */
  readonly warned?: boolean;
  /** It was extended, and that did not help: its lifetime is up. */
  readonly extended?: boolean;
}

export type Finding =
  | { readonly type: "nothing" }
  | { readonly type: "extend" }
  | { readonly type: "warn"; readonly remainingSeconds: number }
  | { readonly type: "expired"; readonly sessionId: string };

/** Judges a look at the session by what was seen before. A warning comes once, unless the end was put off in between. */
export function judge(before: Watched, info: SessionInfo | null, rules: Rules): { watched: Watched; finding: Finding } {
  if (!info || info.is_active === false) {
    const sessionId = before.sessionId;
    return { watched: {}, finding: sessionId ? { type: "expired", sessionId } : { type: "nothing" } };
  }
  const same = before.sessionId === info.session_id;
  const watched: Watched = same ? before : { sessionId: info.session_id };
  const remainingSeconds = info.remaining_seconds;
  if (remainingSeconds > rules.warningThreshold) {
    return { watched: { sessionId: info.session_id }, finding: { type: "nothing" } };
  }
  if (rules.autoExtend && !watched.extended) {
    return { watched: { ...watched, extended: true }, finding: { type: "extend" } };
  }
  if (watched.warned) return { watched, finding: { type: "nothing" } };
  return { watched: { ...watched, warned: true }, finding: { type: "warn", remainingSeconds } };
}

/** When to look next, in ms: as a rule after `pollMs`, sooner where something is due. */
export function nextLook(info: SessionInfo | null, rules: Rules, pollMs: number): number {
  if (!info) return pollMs;
  const due = [info.remaining_seconds - rules.warningThreshold, info.remaining_seconds]
    .filter((seconds) => seconds > 0)
    .map((seconds) => seconds * 1000 + 500);
  return Math.max(1_000, Math.min(pollMs, ...due));
}
