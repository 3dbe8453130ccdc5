const ROUTE = "/api/session/csrf-token";

/** The CSRF token of this browser's user session, kept in memory only. Asking for it opens a session where there is none. */
export class CsrfToken {
  private known: Promise<string> | undefined;

  constructor(private readonly send: typeof fetch) {}

  /** Empty when the server gives none; then the next call asks again. Rejects when no answer comes. */
  async read(): Promise<string> {
    const asked = (this.known ??= this.ask());
    try {
      const token = await asked;
      if (token === "") this.forget(asked);
      return token;
    } catch (error) {
      this.forget(asked);
      throw error;
    }
  }

  /** The identity changed, or the token was not taken. */
  forget(only: Promise<string> | undefined = this.known): void {
    if (this.known === only) this.known = undefined;
  }

  private async ask(): Promise<string> {
    const response = await this.send(ROUTE, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!response.ok) return "";
    const body = (await response.json()) as { csrf_token?: unknown };
    return typeof body.csrf_token === "string" ? body.csrf_token : "";
  }
}
