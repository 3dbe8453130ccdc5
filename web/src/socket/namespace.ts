import { backoffMs } from "./backoff";
import { Commands } from "./commands";
import { connectPacket, disconnectPacket, eventPacket, field, type Packet } from "./packets";
import type { Protocol } from "./protocol";
import type { Refusal, Reply } from "./reply";

/**
 *   idle ──open──▶ joining ──▶ open ──line lost──▶ away ──▶ joining
 *                     └──refused──▶ refused   └──server disconnects──▶ ended
 */
export type NamespaceState =
  | { readonly name: "idle" }
  | { readonly name: "joining" }
  | { readonly name: "open"; readonly sid: string }
  | { readonly name: "away" }
  | { readonly name: "refused"; readonly refusal: Refusal }
  | { readonly name: "ended" };

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
  private readonly listeners = new Map<keyof Events, Set<(data: never) => void>>();
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

  constructor(
    readonly path: string,
    private readonly protocol: Protocol<Events, Answers>,
    private readonly line: NamespaceLine,
  ) {
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

  close(): void {
    if (this.current.name === "open") this.line.send(disconnectPacket(this.path));
    this.leave({ name: "idle" }, "closed", "The connection was closed.");
    this.line.wantedOrNot();
  }

  get isWanted(): boolean {
    return ["joining", "open", "away"].includes(this.current.name);
  }

  /** @returns how to hear it no more */
  on<Name extends keyof Events>(name: Name, listener: (data: Events[Name]) => void): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return () => all.delete(listener);
  }

  onState(watcher: (state: NamespaceState) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Says something that is worth nothing later: without a line it is left out. */
  tell(name: string, data?: unknown): void {
    if (this.current.name === "open") this.line.send(eventPacket(this.path, name, data, undefined));
  }

  /** Asks once, over the line as it is now. */
  ask<Name extends keyof Answers & string>(name: Name, data: object, ms = ANSWER_MS): Promise<Reply<Answers[Name]>> {
    return this.commands.ask(name, data, this.protocol.commands[name], ms, false);
  }

  /**
   * Has something done once: said again after each loss of the line, until it is answered or `ms` are over.
   *
   * @param data with an `id` by which the server knows the same command again
   */
  command<Name extends keyof Answers & string>(
    name: Name,
    data: object & { readonly id: string },
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
        return this.hear(packet.name, packet.data[0]);
      case "ack":
        return this.commands.answered(packet.id, packet.data[0]);
      case "refused":
        return this.turnedAway(packet.message, packet.data);
      case "disconnected":
        this.leave({ name: "ended" }, "closed", "The server closed the connection.");
        return this.line.wantedOrNot();
    }
  }

  private async join(): Promise<void> {
    const turn = ++this.turn;
    this.become({ name: "joining" });
    const auth = await this.line.auth().catch(() => undefined);
    if (turn === this.turn) this.line.send(connectPacket(this.path, auth));
  }

  private async joined(sid: string): Promise<void> {
    const turn = ++this.turn;
    this.failures = 0;
    this.line.proved();
    this.become({ name: "open", sid });
    this.commands.greeting();
    const welcome = (await this.greet?.()) ?? true;
    if (welcome && turn === this.turn) this.commands.opened();
  }

  private hear(name: string, data: unknown): void {
    if (!Object.hasOwn(this.protocol.events, name)) return;
    const event = name as keyof Events;
    const value = this.protocol.events[event](data);
    if (value === undefined) return;
    for (const listener of [...(this.listeners.get(event) ?? [])]) (listener as (data: Events[keyof Events]) => void)(value);
  }

  private turnedAway(message: string, data: unknown): void {
    const code = field(data, "code");
    const refusal = { code: typeof code === "string" ? code : "refused", message };
    if (code !== "unavailable") {
      this.leave({ name: "refused", refusal }, refusal.code, message);
      return this.line.wantedOrNot();
    }
    this.commands.lost();
    const turn = ++this.turn;
    this.become({ name: "away" });
    this.retry = setTimeout(() => turn === this.turn && void this.join(), backoffMs(++this.failures));
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
