import { sessionManager, sessionSync } from "./here";

/** Calls of the REST API with typed answers; nothing here knows what is asked for. */

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** HTTP status; 0 when no answer came at all. */
      readonly status: number;
      /** The server's own words. */
      readonly error: string;
      readonly code?: string;
      readonly details?: string;
      /** What a rule was broken by. */
      readonly field?: string;
      readonly rule?: string;
      /** How many there may be, when a limit was reached. */
      readonly limit?: number;
      /** Seconds. */
      readonly retryAfter?: number;
    };

export type Refusal = Extract<Answer<never>, { ok: false }>;

export async function get<T>(path: string): Promise<Answer<T>> {
  return answer<T>(() => sessionManager.fetch(path, { headers: { Accept: "application/json" }, cache: "no-store" }));
}

/** A call that changes something. A guest whose session is over gets another one; somebody who signed in does not. */
export async function change<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const once = () =>
    answer<T>(() =>
      sessionManager.fetch(path, {
        method,
        headers: { Accept: "application/json", "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
    );
  const signedIn = sessionSync.isSignedIn;
  const first = await once();
  const over = !first.ok && first.status === 401 && first.code !== "INVALID_CREDENTIALS";
  if (!over || signedIn) return first;
  sessionManager.forgetToken();
  return once();
}

async function answer<T>(ask: () => Promise<Response>): Promise<Answer<T>> {
  try {
    const response = await ask();
    const body = (await response.json().catch(() => undefined)) as T | undefined;
    if (response.ok && (body !== undefined || response.status === 204)) return { ok: true, value: body as T };
    return refusal(response.status, response.headers.get("Retry-After"), body as Record<string, unknown> | undefined);
  } catch {
    return { ok: false, status: 0, error: "No answer" };
  }
}

export function refusal(status: number, retryAfterHeader: string | null, body: Record<string, unknown> = {}): Refusal {
  const text = (name: string) => (typeof body[name] === "string" ? { [name]: body[name] } : {});
  const seconds = Number(body["retryAfter"] ?? body["retry_after"] ?? retryAfterHeader ?? NaN);
  const error = typeof body["error"] === "string" ? body["error"] : String(body["message"] ?? `HTTP ${status}`);
  return {
    ok: false,
    status,
    error,
    ...text("code"),
    ...text("details"),
    ...text("field"),
    ...text("rule"),
    ...(typeof body["limit"] === "number" ? { limit: body["limit"] } : {}),
    ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {}),
  };
}
