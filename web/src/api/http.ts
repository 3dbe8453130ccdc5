/** fetch with a CSRF token and typed answers; nothing here knows what is asked for. */

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
      /** How many there may be, when a limit was reached. */
      readonly limit?: number;
      /** Seconds. */
      readonly retryAfter?: number;
    };

export type Refusal = Extract<Answer<never>, { ok: false }>;

let csrfToken: Promise<string> | undefined;

/** The token of this user session; asking for it opens an anonymous one where there is none. */
async function token(): Promise<string> {
  csrfToken ??= fetch("/api/vm/csrf-token", { headers: { Accept: "application/json" }, cache: "no-store" })
    .then((response) => (response.ok ? (response.json() as Promise<{ csrfToken: string }>) : undefined))
    .then((body) => body?.csrfToken ?? "");
  try {
    const known = await csrfToken;
    if (known === "") csrfToken = undefined;
    return known;
  } catch (error) {
    csrfToken = undefined;
    throw error;
  }
}

/** Makes sure that this browser has a user session; its failure shows in the calls that follow. */
export async function arrive(): Promise<void> {
  await token().catch(() => "");
}

export async function get<T>(path: string): Promise<Answer<T>> {
  return answer<T>(() => fetch(path, { headers: { Accept: "application/json" }, cache: "no-store" }));
}

/** A call that changes something. A token that is not taken is fetched anew, once. */
export async function change<T>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const once = () =>
    answer<T>(async () =>
      fetch(path, {
        method,
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "X-CSRF-Token": await token(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    );
  const first = await once();
  const stale = !first.ok && (first.code === "CSRF_INVALID" || first.status === 401);
  if (!stale) return first;
  csrfToken = undefined;
  return once();
}

async function answer<T>(ask: () => Promise<Response>): Promise<Answer<T>> {
  try {
    const response = await ask();
    const body = (await response.json().catch(() => undefined)) as T | undefined;
    if (response.ok && body !== undefined) return { ok: true, value: body };
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
    ...(typeof body["limit"] === "number" ? { limit: body["limit"] } : {}),
    ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {}),
  };
}
