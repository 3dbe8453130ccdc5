import { backoffMs } from "./backoff";
import { Link } from "./link";
import type { Dial } from "./transport";
import { comesBack, type Close } from "./verdict";

/**
 * What the line is doing. Nothing leads out of `refused` but being opened anew.
 *
 *   closed ──open──▶ connecting ──handshake──▶ open ──lost──▶ waiting ──▶ connecting
 *                         └──lost──▶ waiting       └──"don't"──▶ refused
 */
export type LineState =
  | { readonly name: "closed" }
  | { readonly name: "connecting"; readonly attempt: number }
  | { readonly name: "open" }
  | { readonly name: "waiting"; readonly attempt: number; readonly close: Close }
  | { readonly name: "refused"; readonly close: Close };

export interface LineListener {
  changed(state: LineState): void;
  message(text: string): void;
}

/** The line to the server that all namespaces share. Comes back by itself, unless it is told not to. */
export class Line {
  private current: LineState = { name: "closed" };
  private link: Link | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  /** Which way in to try next: that which worked last, or the other one after it did not. */
  private way = 0;

  /** @param ways to reach the server, best first */
  constructor(
    private readonly ways: readonly Dial[],
    private readonly listener: LineListener,
    private readonly random: () => number = Math.random,
  ) {}

  get state(): LineState {
    return this.current;
  }

  /** Opens it unless it is open or on its way. */
  open(): void {
    if (this.current.name === "closed" || this.current.name === "refused") this.dial();
  }

  close(): void {
    this.drop();
    this.failures = 0;
    this.way = 0;
    this.become({ name: "closed" });
  }

  /** Anew and at once: as somebody else, or over another network. */
  renew(): void {
    this.close();
    this.open();
  }

  /** Waits no longer for the next attempt. */
  hurry(): void {
    if (this.current.name === "waiting") this.dial();
  }

  /** The network is gone. */
  cut(): void {
    if (this.current.name === "open" || this.current.name === "connecting") this.lost({ code: 1006, reason: "offline" });
  }

  /** The server takes this client: what went wrong before does not count any more. */
  proved(): void {
    this.failures = 0;
  }

  send(text: string): void {
    this.link?.send(text);
  }

  private dial(): void {
    this.drop();
    const way = this.ways[this.way % this.ways.length];
    if (!way) return this.become({ name: "refused", close: { code: 4500, reason: "no way to connect" } });
    this.become({ name: "connecting", attempt: this.failures + 1 });
    let opened = false;
    this.link = new Link(way, {
      opened: () => {
        opened = true;
        this.become({ name: "open" });
      },
      message: (text) => this.listener.message(text),
      closed: (close) => {
        if (!opened) this.way++;
        this.lost(close);
      },
    });
  }

  private lost(close: Close): void {
    this.drop();
    if (!comesBack(close)) return this.become({ name: "refused", close });
    this.failures++;
    this.retry = setTimeout(() => this.dial(), backoffMs(this.failures, this.random));
    this.become({ name: "waiting", attempt: this.failures, close });
  }

  private drop(): void {
    clearTimeout(this.retry);
    this.link?.close();
    this.link = undefined;
  }

  private become(state: LineState): void {
    if (state.name === "closed" && this.current.name === "closed") return;
    this.current = state;
    this.listener.changed(state);
  }
}
