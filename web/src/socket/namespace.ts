import { backoffMs } from "./backoff";
import { Commands } from "./commands";
import { Ears, type Listener } from "./ears";
import { connectPacket, disconnectPacket, eventPacket, field, type Packet } from "./packets";
import type { Command, NamespaceState, Protocol } from "./protocol";
import type { Refusal, Reply } from "./reply";

export interface NamespaceLine {
  send(packet: string): void;
  /** The server has taken this client. */
  proved(): void;
  /** This namespace needs a line now, or none any more. */
  wantedOrNot(): void;
  auth(): Promise<object | undefined>;
}

const ANSWER_MS = 20_000;

/** One namespace of a line. What a listener throws is its own affair. */
export class Namespace<Events, Answers> {
  private current: NamespaceState = { name: "idle" };
  private readonly commands: Commands;
  private readonly ears: Ears<Events>;
  private readonly watchers = new Set<(state: NamespaceState) => void>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private turn = 0;
  private lineIsOpen = false;
  /**
   * What must have been said before any command: a room is entered, a greeting heard. False when there is no use. Commands
   * wait for it; `ask` within it does not.
   */
  greet: (() => Promise<boolean>) | undefined;
  /** Told after an event that stands in an order, once all have heard it. */
  handled: ((position: string) => void) | undefined;

  constructor(
    readonly path: string,
    private readonly protocol: Protocol<Events, Answers>,
    private readonly line: NamespaceLine,
  ) {
    this.ears = new Ears(protocol.events);
    this.commands = new Commands((name, data, id) => line.send(eventPacket(path, name, data, id)));
  }

  get state(): NamespaceState {
    return this.current;
  }

  /** Joins, and again after each loss of the line. */
  open(): void {
    if (this.isWanted) return;
    this.failures = 0;
    this.become({ name: "away" });
    this.line.wantedOrNot();
    if (this.lineIsOpen) void this.join();
  }

  /** Greets once more, over the line as it is, or joins. */
  greetAgain(): void {
    if (this.current.name === "open") void this.welcome();
    else this.open();
  }

  close(): void {
    if (this.current.name === "open") this.line.send(disconnectPacket(this.path));
    this.end({ name: "idle" }, "closed", "The connection was closed.");
  }

  get isWanted(): boolean {
    return ["joining", "open", "away"].includes(this.current.name);
  }

  /**
   * @param listener also gets where the event stands, if its namespace keeps an order
   * @returns how to hear it no more
   */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    return this.ears.on(name, listener);
  }

  onState(watcher: (state: NamespaceState) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Says something that is worth nothing later: without a line it is left out. */
  tell(name: string, data?: unknown): void {
    if (this.current.name === "open") this.line.send(eventPacket(this.path, name, data, undefined));
  }

  /**
   * Asks once, over the line as it is now.
   *
   * @param first hears the answer before any event that came after it
   */
  ask<Name extends keyof Answers & string>(
    name: Name,
    data: object,
    first?: (reply: Reply<Answers[Name]>) => void,
  ): Promise<Reply<Answers[Name]>> {
    return this.commands.ask(name, data, this.protocol.commands[name], ANSWER_MS, false, first);
  }

  /**
   * Has something done once: said again after each loss of the line, until it is answered or `ms` are over.
   */
  command<Name extends keyof Answers & string>(
    name: Name,
    data: Command,
    ms = ANSWER_MS,
  ): Promise<Reply<Answers[Name]>> {
    return this.commands.ask(name, data, this.protocol.commands[name], ms, true);
  }

  /** For the line: it is there, or gone. */
  lineChanged(isOpen: boolean): void {
    this.lineIsOpen = isOpen;
    if (!this.isWanted) return;
    clearTimeout(this.retry);
    this.turn++;
    this.commands.lost();
    if (isOpen) void this.join();
    else this.become({ name: "away" });
  }

  /** For the line: it will not come back. */
  lineRefused(refusal: Refusal): void {
    this.lineIsOpen = false;
    if (this.isWanted) this.leave({ name: "refused", refusal }, refusal.code, refusal.message);
  }

  /** For the line: a packet of this namespace. */
  receive(packet: Packet): void {
    if (!this.isWanted) return;
    switch (packet.type) {
      case "connected":
        return void this.joined(packet.sid);
      case "event":
        return this.ears.hear(packet.name, packet.data, this.handled);
      case "ack":
        return this.commands.answered(packet.id, packet.data[0]);
      case "refused":
        return this.turnedAway(packet.message, packet.data);
      case "disconnected":
        return this.end({ name: "ended" }, "closed", "The server closed the connection.");
    }
  }

  private async join(): Promise<void> {
    const turn = ++this.turn;
    this.become({ name: "joining" });
    const auth = await this.line.auth().catch(() => undefined);
    if (turn === this.turn) this.line.send(connectPacket(this.path, auth));
  }

  private async joined(sid: string): Promise<void> {
    this.failures = 0;
    this.line.proved();
    this.become({ name: "open", sid });
    await this.welcome();
  }

  private async welcome(): Promise<void> {
    const turn = ++this.turn;
    this.commands.greeting();
    const welcome = (await this.greet?.()) ?? true;
    if (welcome && turn === this.turn) this.commands.opened();
  }

  private turnedAway(message: string, data: unknown): void {
    const code = field(data, "code");
    const again = code === "unavailable";
    const refusal = { code: typeof code === "string" ? code : "refused", message, again };
    if (!again) return this.end({ name: "refused", refusal }, refusal.code, message);
    this.commands.lost();
    const turn = ++this.turn;
    this.become({ name: "away" });
    this.retry = setTimeout(() => turn === this.turn && void this.join(), backoffMs(++this.failures));
  }

  private end(state: NamespaceState, code: string, message: string): void {
    this.leave(state, code, message);
    this.line.wantedOrNot();
  }

  private leave(state: NamespaceState, code: string, message: string): void {
    this.turn++;
    clearTimeout(this.retry);
    this.become(state);
    this.commands.ended(code, message);
  }

  private become(state: NamespaceState): void {
    this.current = state;
    for (const watcher of [...this.watchers]) watcher(state);
  }
}
