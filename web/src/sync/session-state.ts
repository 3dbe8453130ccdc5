import type { PlatformBrief } from "./server-events";

export interface User {
  readonly id: string;
  readonly username: string | null;
  readonly email?: string | null;
}

export interface Platform extends PlatformBrief {
  readonly is_default?: boolean;
}

/** Who this browser is: the answer of `GET /api/session_state`, or as much of it as there is for guests. */
export interface SessionState {
  readonly authenticated: boolean;
  readonly user: User | null;
  readonly platform: Platform | null;
  readonly session: {
    readonly session_id: string;
    readonly created_at?: string;
    readonly last_activity?: string;
  } | null;
}

export const NOBODY: SessionState = { authenticated: false, user: null, platform: null, session: null };

/** Reads `GET /api/session_state` (signed in) and `GET /api/session/state` (everybody). */
export function readState(body: unknown): SessionState {
  const answer = (body ?? {}) as Record<string, unknown>;
  const session = answer["session"] as SessionState["session"] | undefined;
  const handle = session?.session_id ?? answer["session_id"];
  return {
    authenticated: answer["authenticated"] !== false && answer["user"] != null,
    user: (answer["user"] as User | undefined) ?? null,
    platform: (answer["platform"] as Platform | undefined) ?? null,
    session: typeof handle === "string" ? { ...session, session_id: handle } : null,
  };
}

export type Change =
  | { readonly type: "sessionExpired"; readonly sessionId: string }
  | { readonly type: "platformSwitched"; readonly platformId: string | null; readonly platformName: string | null }
  | { readonly type: "sessionStateChanged" };

/** What a page must hear when one state follows another; nothing when only times differ. */
export function changesBetween(before: SessionState | undefined, now: SessionState): readonly Change[] {
  const changed: Change = { type: "sessionStateChanged" };
  if (!before) return now.authenticated ? [changed] : [];
  if (printOf(before) === printOf(now)) return [];
  const lost = before.session && (!now.session || (before.authenticated && !now.authenticated));
  if (lost) return [{ type: "sessionExpired", sessionId: before.session!.session_id }, changed];
  const sameUser = before.user?.id === now.user?.id && before.authenticated === now.authenticated;
  if (sameUser && idOf(before.platform) !== idOf(now.platform)) return [switchedTo(now.platform), changed];
  return [changed];
}

export function switchedTo(platform: PlatformBrief | null): Change & { type: "platformSwitched" } {
  return { type: "platformSwitched", platformId: idOf(platform), platformName: platform?.name ?? null };
}

export function idOf(platform: PlatformBrief | null): string | null {
  return platform ? String(platform.id) : null;
}

/** Short, the same for the same identity and platform, and tells nothing about them. */
export function printOf({ session, user, platform, authenticated }: SessionState): string {
  let hash = 2166136261;
  const text = JSON.stringify([
    session?.session_id,
    authenticated,
    user?.id,
    user?.username,
    idOf(platform),
    platform?.name,
  ]);
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
