import type { CsrfToken } from "./csrf";

const READING = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
/** After these the browser may be somebody else, with another token. */
const IDENTITY = /^\/api\/(auth\/(login|register|logout|logout-all|password)|session\/(clear|notify_logout))$/;

/** Whether a call changes something here: the token goes with such calls and to nobody else's server. */
export function needsToken(method: string, url: string, origin: string): boolean {
  return !READING.has(method.toUpperCase()) && new URL(url).origin === origin;
}

export function changesIdentity(method: string, url: string, origin: string): boolean {
  return needsToken(method, url, origin) && IDENTITY.test(new URL(url).pathname);
}

/** The error code of an answer in JSON, left unread for the caller. */
export async function codeOf(response: Response): Promise<string | undefined> {
  try {
    const body = (await response.clone().json()) as { code?: unknown } | null;
    return typeof body?.code === "string" ? body.code : undefined;
  } catch {
    return undefined;
  }
}

/** fetch with a CSRF token where one is needed. A token that is not taken is fetched anew, once. */
export class GuardedFetch {
  constructor(
    private readonly token: CsrfToken,
    private readonly send: typeof fetch,
    private readonly origin: string,
  ) {}

  async fetch(request: Request): Promise<Response> {
    if (!needsToken(request.method, request.url, this.origin)) return this.send(request);
    const again = request.clone();
    const first = await this.withToken(request);
    if (first.status !== 403 || (await codeOf(first)) !== "CSRF_INVALID") return first;
    this.token.forget();
    return this.withToken(again);
  }

  private async withToken(request: Request): Promise<Response> {
    const token = await this.token.read();
    // In this mode a redirect to another origin fails instead of taking the token there.
    const guarded = new Request(request, { mode: "same-origin" });
    if (token) guarded.headers.set("X-CSRF-Token", token);
    return this.send(guarded);
  }
}
