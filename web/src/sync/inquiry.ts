import { NOBODY, readState, type SessionState } from "./session-state";

/** What a question to the server yielded. `away`: no answer that says anything about the session. */
export type Found = { readonly type: "state"; readonly state: SessionState } | { readonly type: "away" };

/**
 * Asks who this browser is. Only of somebody who is signed in is the full state asked: for guests that route is a 401,
 * which browsers show as an error.
 */
export async function inquire(send: typeof fetch, knownSignedIn: boolean): Promise<Found> {
  if (!knownSignedIn) {
    const brief = await ask(send, "/api/session/state");
    if (brief.type === "away" || !brief.state.authenticated) return brief;
  }
  const full = await ask(send, "/api/session_state");
  // Not signed in (any more): who then?
  return full.type === "state" && full.state === NOBODY && knownSignedIn ? ask(send, "/api/session/state") : full;
}

/** The full state, or nobody when the answer is 401. */
export async function ask(send: typeof fetch, path: string): Promise<Found> {
  try {
    const response = await send(path, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (response.status === 401) return { type: "state", state: NOBODY };
    if (!response.ok) return { type: "away" };
    return { type: "state", state: readState(await response.json()) };
  } catch {
    return { type: "away" };
  }
}
