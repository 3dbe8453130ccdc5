import type { SessionInfo } from "./watch";

/** Null when there is no session; undefined when no answer came, which says nothing about it. */
export async function askInfo(
  send: (path: string, init: RequestInit) => Promise<Response>,
): Promise<SessionInfo | null | undefined> {
  try {
    const response = await send("/api/session/info", { headers: { Accept: "application/json" }, cache: "no-store" });
    if (response.ok) return ((await response.json()) as { session: SessionInfo | null }).session;
    return response.status === 401 ? null : undefined;
  } catch {
    return undefined;
  }
}
