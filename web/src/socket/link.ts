import { field } from "./packets";
import type { Dial, Transport } from "./transport";
import { LOST, type Close } from "./verdict";

const HANDSHAKE_MS = 10_000;

export interface LinkListener {
  opened(): void;
  message(text: string): void;
  /** Once, and never after `close`. */
  closed(close: Close): void;
}

/** One Engine.IO session: the handshake, the answers to pings, and the suspicion when none come. It does not come back. */
export class Link {
  private readonly transport: Transport;
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private silentMs = HANDSHAKE_MS;
  private heardAt = Date.now();
  private over = false;
  isOpen = false;

  constructor(
    dial: Dial,
    private readonly listener: LinkListener,
  ) {
    this.transport = dial({ packet: (text) => this.hear(text), closed: (close) => this.end(close) });
    this.watch();
  }

  send(message: string): void {
    if (this.isOpen && !this.over) this.transport.send(`4${message}`);
  }

  close(): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.alarm);
    this.transport.close();
  }

  private hear(packet: string): void {
    if (this.over) return;
    this.heardAt = Date.now();
    const body = packet.slice(1);
    switch (packet[0]) {
      case "0":
        return this.shakeHands(body);
      case "1":
        return this.fail(LOST);
      case "2":
        return this.transport.send(`3${body}`);
      case "4":
        return this.listener.message(body);
    }
  }

  private shakeHands(text: string): void {
    if (this.isOpen) return;
    const interval = numberIn(text, "pingInterval");
    const timeout = numberIn(text, "pingTimeout");
    if (interval === undefined || timeout === undefined) return this.fail(LOST);
    this.silentMs = interval + timeout;
    this.isOpen = true;
    clearTimeout(this.alarm);
    this.watch();
    this.listener.opened();
  }

  /** Looks again when the line could first have been silent for too long, not at every packet. */
  private watch(): void {
    const wait = this.silentMs - (Date.now() - this.heardAt);
    this.alarm = setTimeout(() => {
      if (Date.now() - this.heardAt >= this.silentMs) this.fail(LOST);
      else this.watch();
    }, wait);
  }

  private fail(close: Close): void {
    if (this.over) return;
    this.close();
    this.listener.closed(close);
  }

  private end(close: Close): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.alarm);
    this.listener.closed(close);
  }
}

function numberIn(text: string, name: string): number | undefined {
  try {
    const value = field(JSON.parse(text), name);
    return typeof value === "number" && value > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
