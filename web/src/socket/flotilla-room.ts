import { backoffMs } from "./backoff";
import type { Namespace } from "./namespace";
import type { Refusal } from "./reply";

/** What a room's `join` answers with at least: contracts/rooms.md. */
export interface Entry {
  readonly recovered: boolean;
  /** Where a snapshot stands in the room's order. */
  readonly position?: string;
}

export interface RoomAnswers {
  readonly join: Entry;
}

export interface RoomEvents {
  readonly resync: Entry;
  readonly gone: { readonly reason: string };
}

/**
 *   outside ──enter──▶ entering ──▶ inside ──line lost──▶ away ──▶ inside
 *                         └──not let in──▶ outside ◀──sent out──┘
 */
export type Stay =
  | { readonly name: "outside"; readonly refusal?: Refusal }
  | { readonly name: "entering" }
  | { readonly name: "inside" }
  | { readonly name: "away" };

export interface RoomListener<Answers extends RoomAnswers> {
  /** With `recovered`, what is known still holds and the missed events follow; else this replaces all of it. */
  entered(entry: Answers["join"]): void;
  stayed(stay: Stay): void;
}

const DISCONNECTED: Refusal = { code: "disconnected", message: "The server closed the connection.", again: false };

/** Being in a room: entered again after each loss of the line, from where it was left. */
export class FlotillaRoom<Events extends RoomEvents, Answers extends RoomAnswers> {
  private current: Stay = { name: "outside" };
  private position: string | undefined;
  /** Grows with each way in, so that an older one gives up. */
  private turn = 0;
  private readonly ears: readonly (() => void)[];

  constructor(
    private readonly namespace: Namespace<Events, Answers>,
    private readonly id: string,
    private readonly listener: RoomListener<Answers>,
  ) {
    this.ears = [
      namespace.on("resync", (entry) => this.enter(entry)),
      namespace.on("gone", ({ reason }) => this.out({ code: reason, message: reason, again: false })),
      namespace.onState((state) => {
        if (state.name === "away" && this.current.name === "inside") this.become({ name: "away" });
        if (state.name === "refused") this.out(state.refusal);
        if (state.name === "ended") this.out(DISCONNECTED);
      }),
    ];
  }

  get stay(): Stay {
    return this.current;
  }

  /** Enters, now or as soon as there is a line. */
  open(): void {
    if (this.current.name !== "outside") return;
    this.position = undefined;
    this.become({ name: "entering" });
    this.namespace.greet = () => this.join();
    this.namespace.handled = (position) => (this.position = position);
    this.namespace.greetAgain();
  }

  /** Leaves for good; another one may be made for the same room. */
  close(): void {
    this.ears.forEach((stop) => stop());
    this.current = { name: "outside" };
    this.namespace.greet = this.namespace.handled = undefined;
    this.namespace.close();
  }

  private async join(): Promise<boolean> {
    const turn = ++this.turn;
    for (let failures = 1; turn === this.turn && this.current.name !== "outside"; failures++) {
      const position = this.position;
      const wish = { room: this.id, ...(position === undefined ? {} : { position }) };
      const reply = await this.namespace.ask("join", wish, (first) => first.ok && this.enter(first.value));
      if (reply.ok) return true;
      if (reply.error.code === "closed") return false;
      if (!reply.error.again && reply.error.code !== "timeout") {
        this.out(reply.error);
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, backoffMs(failures)));
    }
    return false;
  }

  private enter(entry: Answers["join"] | Events["resync"]): void {
    if (entry.position !== undefined) this.position = entry.position;
    this.become({ name: "inside" });
    this.listener.entered(entry as Answers["join"]);
  }

  private out(refusal: Refusal): void {
    if (this.current.name === "outside") return;
    this.position = undefined;
    this.become({ name: "outside", refusal });
  }

  private become(stay: Stay): void {
    this.current = stay;
    this.listener.stayed(stay);
  }
}
