import { NOBODY, printOf, readState, type SessionState } from "./session-state";

/** What a question to the server yielded. `away`: no answer that says anything about the session. */
export type Found = { readonly type: "state"; readonly state: SessionState } | { readonly type: "away" };

/**
 * Asks who this browser is, by the brief route first: for guests the full one is a 401, which browsers show as an error.
 * The full one is asked when the brief one tells of somebody or something new.
 */
export async function inquire(send: typeof fetch, known: SessionState | undefined): Promise<Found> {
  const brief = await ask(send, "/api/session/state");
  if (brief.type === "away" || !brief.state.authenticated) return brief;
  if (known && printOf(known) === printOf(brief.state)) return { type: "state", state: known };
  return ask(send, "/api/session_state");
}

/** What a route says; nobody when the answer is 401. */
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
