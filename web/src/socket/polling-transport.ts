import { addressOf, type Dial, type Place, type TransportListener } from "./transport";
import { closeOf, LOST, type Close } from "./verdict";

const SEPARATOR = "\x1e";
/** What a server takes in one request unless its handshake says otherwise. */
const MAX_PAYLOAD = 100_000;

/** For networks that let no WebSocket through: one request waits for packets, another brings them. */
export function overPolling(place: Place, send: typeof fetch): Dial {
  return (listener) => {
    const polling = new Polling(addressOf(place, "polling"), send, listener);
    void polling.listen();
    return polling;
  };
}

class Polling {
  private readonly calls = new AbortController();
  private waiting: string[] = [];
  private posting = false;
  private over = false;
  private maxPayload = MAX_PAYLOAD;

  constructor(
    private readonly url: URL,
    private readonly sender: typeof fetch,
    private readonly listener: TransportListener,
  ) {}

  async listen(): Promise<void> {
    while (!this.over) {
      const text = await this.call("GET");
      if (text === undefined || this.over) return;
      for (const packet of text.split(SEPARATOR)) {
        if (packet.startsWith("0")) this.learn(packet.slice(1));
        if (!this.over) this.listener.packet(packet);
      }
    }
  }

  send(packet: string): void {
    if (this.over) return;
    this.waiting.push(packet);
    if (!this.posting) void this.post();
  }

  close(): void {
    if (this.over) return;
    this.over = true;
    this.calls.abort();
    if (this.url.searchParams.has("sid")) void this.request("POST", "1", true).catch(() => {});
  }

  private learn(handshake: string): void {
    try {
      const { sid, maxPayload } = JSON.parse(handshake) as { sid?: unknown; maxPayload?: unknown };
      if (typeof sid === "string") this.url.searchParams.set("sid", sid);
      if (typeof maxPayload === "number") this.maxPayload = maxPayload;
    } catch {
      // Whoever hears the packet judges it.
    }
  }

  private async post(): Promise<void> {
    this.posting = true;
    while (this.waiting.length > 0 && !this.over) {
      if ((await this.call("POST", this.batch())) === undefined) break;
    }
    this.posting = false;
  }

  /** As many packets as one request may carry; never fewer than one. */
  private batch(): string {
    let text = this.waiting.shift()!;
    // A character is at most three bytes here: a surrogate pair is two of them and four bytes.
    while (this.waiting.length > 0 && 3 * (text.length + this.waiting[0]!.length + 1) <= this.maxPayload) {
      text += SEPARATOR + this.waiting.shift()!;
    }
    return text;
  }

  /** Undefined when the line is over. */
  private async call(method: "GET" | "POST", body?: string): Promise<string | undefined> {
    try {
      const response = await this.request(method, body, false);
      if (response.ok) return await response.text();
      this.end(closeOf(response.status));
    } catch {
      this.end(LOST);
    }
    return undefined;
  }

  private request(method: "GET" | "POST", body: string | undefined, keepalive: boolean): Promise<Response> {
    return this.sender.call(globalThis, this.url, {
      method,
      credentials: "include",
      cache: "no-store",
      ...(body === undefined ? {} : { body, headers: { "Content-Type": "text/plain;charset=UTF-8" } }),
      ...(keepalive ? { keepalive } : { signal: this.calls.signal }),
    });
  }

  private end(close: Close): void {
    if (this.over) return;
    this.over = true;
    this.calls.abort();
    this.listener.closed(close);
  }
}
