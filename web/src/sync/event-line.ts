import type { FlotillaSocket } from "../socket/flotilla-socket";
import type { Namespace } from "../socket/namespace";
import { SESSION_EVENTS, type ServerEvent, type SessionEvents } from "./server-events";

const SESSION_OVER = new Set(["session-over", "4508"]);

export interface LineListener {
  heard(event: ServerEvent): void;
  /** The user session behind the line is over. */
  over(): void;
}

/** The line to the server on which other devices are heard: namespace `/sessions` of the page's socket. */
export class EventLine {
  private readonly namespace: Namespace<SessionEvents, object>;

  constructor(
    private readonly socket: FlotillaSocket,
    listener: LineListener,
  ) {
    this.namespace = socket.namespace("/sessions", { events: SESSION_EVENTS, commands: {} });
    for (const type of Object.keys(SESSION_EVENTS) as (keyof SessionEvents)[]) {
      this.namespace.on(type, (event) => listener.heard(event));
    }
    this.namespace.onState((state) => {
      if (state.name === "ended") listener.over();
      if (state.name === "refused" && SESSION_OVER.has(state.refusal.code)) listener.over();
    });
  }

  get isOpen(): boolean {
    return this.namespace.state.name === "open";
  }

  /** Opens it unless it is open or on its way. */
  open(): void {
    this.namespace.open();
  }

  close(): void {
    this.namespace.close();
  }

  /** For another user session: the old line says nothing about it, and nor does what else goes over it. */
  renew(): void {
    this.socket.renew();
    this.namespace.open();
  }
}
