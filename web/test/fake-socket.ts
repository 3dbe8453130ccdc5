/** A WebSocket that a test plays the server of. */
export class FakeWebSocket {
  static made: FakeWebSocket[] = [];
  static readonly OPEN = 1;

  static reset(): void {
    FakeWebSocket.made = [];
  }

  static get last(): FakeWebSocket {
    const socket = FakeWebSocket.made.at(-1);
    if (!socket) throw new Error("nobody has dialled");
    return socket;
  }

  readyState = 1;
  readonly sent: string[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeWebSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server says this. */
  says(...packets: string[]): void {
    for (const data of packets) this.onmessage?.({ data });
  }

  shakesHands(): void {
    this.says(`0${JSON.stringify({ sid: "e1", upgrades: [], pingInterval: 25_000, pingTimeout: 20_000, maxPayload: 1e5 })}`);
  }

  drops(code = 1006, reason = ""): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  /** What was sent since the last look, without pongs. */
  heard(): string[] {
    return this.sent.splice(0).filter((text) => !text.startsWith("3"));
  }
}

export const asWebSocket = FakeWebSocket as unknown as typeof WebSocket;

/** Lets what is promised happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}
