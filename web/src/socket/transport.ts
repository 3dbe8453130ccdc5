import type { Close } from "./verdict";

/** Engine.IO's packets in text, one string each, over whatever carries them. */
export interface Transport {
  send(packet: string): void;
  /** Says goodbye; the listener hears nothing more. */
  close(): void;
}

export interface TransportListener {
  packet(text: string): void;
  /** Once, and never after `close`. */
  closed(close: Close): void;
}

export type Dial = (listener: TransportListener) => Transport;

/** Where the server is. */
export interface Place {
  /** Such as `https://example.org`. */
  readonly origin: string;
  /** Such as `/socket.io/`. */
  readonly path: string;
}

export function addressOf({ origin, path }: Place, transport: "websocket" | "polling"): URL {
  const url = new URL(path, origin);
  url.searchParams.set("EIO", "4");
  url.searchParams.set("transport", transport);
  return url;
}
