import { Line, type LineState } from "./line";
import { Namespace } from "./namespace";
import { readPacket } from "./packets";
import { overPolling } from "./polling-transport";
import type { Protocol } from "./protocol";
import type { Dial, Place } from "./transport";
import { overWebSocket } from "./websocket-transport";

export interface FlotillaSocketOptions {
  /** Where Flotilla is; the page's own origin unless told otherwise. */
  readonly origin?: string;
  readonly path?: string;
  /**
   * A token, or a ticket that is good once, asked for each time a namespace is joined. Without it the browser's cookie
   * tells who this is, which works on Flotilla's own origin and on those it allows.
   */
  readonly token?: () => Promise<string | undefined>;
  /** Ways to try, best first. */
  readonly transports?: readonly ("websocket" | "polling")[];
  readonly WebSocket?: typeof WebSocket;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
}

/** A namespace whose events and answers are taken as they are. */
export type AnyProtocol = Protocol<Record<string, unknown>, Record<string, unknown>>;

/**
 * One connection to Flotilla's sockets for all namespaces of a page: Socket.IO 5 over WebSocket, else by polling. It is there
 * while a namespace is open, and comes back by itself: at once when the network is back or the page is looked at again.
 */
export class FlotillaSocket {
  private readonly line: Line;
  private readonly namespaces = new Map<string, Namespace<never, never>>();
  private readonly watchers = new Set<(state: LineState) => void>();
  private listening: AbortController | undefined;

  constructor(private readonly options: FlotillaSocketOptions = {}) {
    this.line = new Line(
      waysTo(options),
      { changed: (state) => this.changed(state), message: (text) => this.route(text) },
      options.random,
    );
  }

  get state(): LineState {
    return this.line.state;
  }

  onState(watcher: (state: LineState) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** The namespace at `path`, always the same one; it is joined when it is opened. */
  namespace<Events, Answers>(path: string, protocol: Protocol<Events, Answers>): Namespace<Events, Answers> {
    const known = this.namespaces.get(path);
    if (known) return known as unknown as Namespace<Events, Answers>;
    const made = new Namespace(path, protocol, {
      send: (packet) => this.line.send(packet),
      proved: () => this.line.proved(),
      wantedOrNot: () => this.adjust(),
      auth: () => this.auth(),
    });
    made.lineChanged(this.line.state.name === "open");
    this.namespaces.set(path, made as unknown as Namespace<never, never>);
    return made;
  }

  /** Connects anew and at once, as whoever this browser is now. */
  renew(): void {
    if (this.isWanted) this.line.renew();
  }

  /** Leaves all namespaces and lets go of the page. */
  close(): void {
    for (const namespace of this.namespaces.values()) namespace.close();
  }

  private get isWanted(): boolean {
    return [...this.namespaces.values()].some((namespace) => namespace.isWanted);
  }

  private adjust(): void {
    if (this.isWanted) {
      this.listen();
      this.line.open();
    } else {
      this.listening?.abort();
      this.listening = undefined;
      this.line.close();
    }
  }

  private changed(state: LineState): void {
    for (const namespace of this.namespaces.values()) {
      if (state.name === "refused") {
        namespace.lineRefused({ code: String(state.close.code), message: state.close.reason, again: false });
      } else namespace.lineChanged(state.name === "open");
    }
    for (const watcher of [...this.watchers]) watcher(state);
  }

  private route(text: string): void {
    const packet = readPacket(text);
    if (packet) this.namespaces.get(packet.namespace)?.receive(packet);
  }

  private async auth(): Promise<object | undefined> {
    const token = await this.options.token?.();
    return token === undefined ? undefined : { token };
  }

  private listen(): void {
    if (this.listening || !globalThis.window) return;
    const { signal } = (this.listening = new AbortController());
    const back = () => document.visibilityState === "visible" && this.line.hurry();
    addEventListener("online", back, { signal });
    addEventListener("offline", () => this.line.cut(), { signal });
    document.addEventListener("visibilitychange", back, { signal });
    // A page in the back/forward cache may hold no line.
    addEventListener("pagehide", () => this.line.cut(), { signal });
    addEventListener("pageshow", back, { signal });
  }
}

function waysTo({ origin, path = "/socket.io/", transports, ...tools }: FlotillaSocketOptions): readonly Dial[] {
  // Outside of a page there is no origin to take: then nothing is dialled, which the line says when it is opened.
  const base = origin ?? globalThis.location?.origin;
  if (!base) return [];
  const place: Place = { origin: base, path };
  const Socket = tools.WebSocket ?? globalThis.WebSocket;
  const send = tools.fetch ?? globalThis.fetch;
  return (transports ?? ["websocket", "polling"]).flatMap((way) => {
    if (way === "polling") return [overPolling(place, send)];
    return Socket ? [overWebSocket(place, Socket)] : [];
  });
}
