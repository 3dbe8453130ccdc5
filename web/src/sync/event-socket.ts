import { backoffMs } from "./backoff";
import { readServerEvent, type ServerEvent } from "./server-events";

const PATH = "/sessions/events";
const SUBPROTOCOL = "flotilla.sessions.v1";
const SESSION_OVER = 4508;

export interface SocketListener {
  heard(event: ServerEvent): void;
  /** The user session behind the socket is over. */
  over(): void;
}

/** The line to the server on which other devices are heard. Comes back by itself unless it is told not to. */
export class EventSocket {
  private socket: WebSocket | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly origin: string,
    private readonly listener: SocketListener,
  ) {}

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Opens it unless it is open or on its way. */
  open(): void {
    if (this.socket || this.retry !== undefined) return;
    const socket = new WebSocket(this.origin.replace(/^http/, "ws") + PATH, SUBPROTOCOL);
    this.socket = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (socket !== this.socket) return;
      this.failures = 0;
      const event = readServerEvent(data);
      if (event) this.listener.heard(event);
    };
    socket.onclose = ({ code }) => socket === this.socket && this.closed(code);
  }

  close(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.failures = 0;
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  /** For another user session: the old line says nothing about it. */
  renew(): void {
    this.close();
    this.open();
  }

  private closed(code: number): void {
    this.socket = undefined;
    if (code === SESSION_OVER) return this.listener.over();
    if (!comesBack(code)) return;
    this.failures++;
    // A node that goes down has many such lines: they must not all come at once.
    const wait = backoffMs(this.failures) * (1 + Math.random() / 4);
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.open();
    }, wait);
  }
}

/** contracts/close-codes.md: our own codes from 4500 mean "don't". */
export function comesBack(code: number): boolean {
  return code < 4500;
}
