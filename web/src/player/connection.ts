import { claimsOf, type Access, type Renew } from "./access";
import { backoff } from "./backoff";
import { judge, type CloseReason } from "./close-codes";
import { readMessage, type GatewayMessage, type PlayerMessage } from "./messages";
import { Pinger } from "./pinger";
import { reduce, START, type PlayerEvent, type PlayerState } from "./state";

const SUBPROTOCOL = "flotilla.media.v1";
const WELCOME_MS = 10_000;
/** At each such attempt ask anew: a lost socket may mean that the session is over, and whoever renews knows. */
const ASK_AT_ATTEMPT = 3;

export interface Listener {
  opened(): void;
  frame(message: ArrayBuffer): void;
  message(message: GatewayMessage): void;
  changed(state: PlayerState): void;
  answered(rttMs: number): void;
}

/** The media socket and its coming back. Holds the player's state; one socket at a time. */
export class Connection {
  private current: PlayerState = START;
  private socket: WebSocket | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly pinger = new Pinger(
    (id) => this.send({ type: "ping", id }),
    (rttMs) => this.listener.answered(rttMs),
    () => this.closed(1006, ""),
  );
  /** This token came from a renewal and has shown no picture yet. */
  private renewed = false;
  /** The gateway would not take this token any more. */
  private spent = false;
  private welcomed = false;
  private running = false;
  /** Grows with each act of opening or closing, so that a late answer of an older one is ignored. */
  private turn = 0;

  constructor(
    private readonly origin: string,
    private access: Access,
    private readonly renew: Renew | undefined,
    private readonly listener: Listener,
  ) {}

  get state(): PlayerState {
    return this.current;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.apply({ type: "restart" });
    void this.connect();
  }

  stop(): void {
    this.running = false;
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    this.drop();
  }

  /** Tries again after `failed`, as a person asked for it. */
  restart(): void {
    this.stop();
    this.renewed = false;
    this.start();
  }

  send(message: PlayerMessage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** What waits in this machine to be sent, bytes. */
  get backlog(): number {
    return this.socket?.bufferedAmount ?? 0;
  }

  /** The player has drawn a picture of this socket. */
  picture(): void {
    this.renewed = false;
    this.apply({ type: "picture" });
  }

  private readonly hurry = (): void => {
    if (document.visibilityState !== "visible" || this.retry === undefined) return;
    this.drop();
    void this.connect();
  };

  private async connect(): Promise<void> {
    const turn = ++this.turn;
    const expiresAt = claimsOf(this.access.token).expiresAt ?? Infinity;
    const attempt = "attempt" in this.current ? this.current.attempt : 0;
    if (this.spent || Date.now() > expiresAt || (attempt > 0 && attempt % ASK_AT_ATTEMPT === 0)) {
      if (!(await this.refresh(turn))) return;
    }
    this.open(turn);
  }

  private open(turn: number): void {
    const { vmId, token } = this.access;
    const url = `${this.origin.replace(/^http/, "ws")}/vm/${encodeURIComponent(vmId)}/media`;
    const socket = new WebSocket(url, [SUBPROTOCOL, `bearer.${token}`]);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.welcomed = false;
    socket.onmessage = (event: MessageEvent<ArrayBuffer | string>) => {
      if (turn === this.turn) this.receive(event.data);
    };
    socket.onclose = (event) => {
      if (turn === this.turn) this.closed(event.code, event.reason);
    };
    setTimeout(() => {
      if (turn === this.turn && !this.welcomed) this.closed(1006, "");
    }, WELCOME_MS);
  }

  private receive(data: ArrayBuffer | string): void {
    if (typeof data !== "string") return this.listener.frame(data);
    const message = readMessage(data);
    if (!message) return;
    if (message.type === "pong") return this.pinger.pong(message.id);
    if (message.type === "welcome" && !this.welcomed) {
      this.welcomed = true;
      this.listener.opened();
      this.pinger.start();
    }
    this.listener.message(message);
  }

  private closed(code: number, text: string): void {
    this.drop();
    const verdict = judge(code, text, this.renewed);
    if (verdict.act === "stop" || (verdict.act === "renew" && !this.renew)) {
      this.apply({ type: "refused", failure: verdict.reason as CloseReason, detail: text });
      return;
    }
    this.apply({ type: "lost", reason: verdict.reason });
    this.spent = verdict.act === "renew";
    if (this.spent && !this.renewed) void this.connect();
    else this.later();
  }

  private later(): void {
    const attempt = "attempt" in this.current ? this.current.attempt : 1;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.connect();
    }, backoff(attempt));
  }

  /** Fetches a new token; false when there is nothing to open now, and what follows has been arranged. */
  private async refresh(turn: number): Promise<boolean> {
    if (!this.renew) return true;
    const renewal = await this.renew().catch(() => ({ outcome: "away" }) as const);
    if (turn !== this.turn || !this.running) return false;
    switch (renewal.outcome) {
      case "renewed":
        this.access = renewal.access;
        this.renewed = true;
        this.spent = false;
        return true;
      case "refused":
        this.apply({ type: "refused", failure: renewal.failure, detail: renewal.detail });
        return false;
      case "away":
        this.apply({ type: "lost", reason: "lost" });
        this.later();
        return false;
    }
  }

  private drop(): void {
    this.turn++;
    clearTimeout(this.retry);
    this.retry = undefined;
    this.pinger.stop();
    this.socket?.close();
    this.socket = undefined;
  }

  private apply(event: PlayerEvent): void {
    const next = reduce(this.current, event);
    if (next === this.current) return;
    this.current = next;
    this.listener.changed(next);
  }
}
