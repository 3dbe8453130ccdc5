import { FlotillaRoom, type Stay } from "../../socket/flotilla-room";
import type { FlotillaSocket } from "../../socket/flotilla-socket";
import type { Namespace } from "../../socket/namespace";
import type { Reply } from "../../socket/reply";
import { randomKey } from "../../ui/random-key";
import type { Store } from "../../ui/store";
import { unread } from "../chat/state";
import { nameOf } from "../people/state";
import type { RoomEvent, RoomState } from "../state";
import { NAVIGATED, words } from "./words";
import { ROOMS, type CursorMove, type Mode, type Role, type RoomsAnswers, type RoomsEvents, type Snapshot } from "./protocol";

const PAGE = 50;
/** What somebody wrote waits longer for a line than a click does. */
const PATIENT_MS = 60_000;

export interface LiveListener {
  cursors(moves: readonly CursorMove[]): void;
  reaction(participantId: string, emoji: string): void;
  /** A line for the foot of the page. */
  toast(text: string): void;
  /** Out of the room; the VM session's own word why. */
  sentOut(reason: string): void;
}

/** The room's line: what it says goes into the state, what this person does goes out. */
export class Live {
  private readonly namespace: Namespace<RoomsEvents, RoomsAnswers>;
  private readonly room: FlotillaRoom<RoomsEvents, RoomsAnswers>;

  constructor(
    socket: FlotillaSocket,
    id: string,
    private readonly store: Store<RoomState, RoomEvent>,
    private readonly listener: LiveListener,
  ) {
    this.namespace = socket.namespace("/rooms", ROOMS);
    this.room = new FlotillaRoom(this.namespace, id, {
      entered: (snapshot) => this.entered(snapshot),
      stayed: (stay) => this.stayed(stay),
    });
    this.hear();
  }

  /** Enters, if this person is not inside. */
  open(): void {
    this.room.open();
  }

  /** @param id that of an earlier try, which is then not said twice */
  async say(text: string, id = randomKey()): Promise<void> {
    this.chat({ type: "sending", id, text });
    const reply = await this.namespace.command("chat.send", { id, text }, PATIENT_MS);
    if (reply.ok) this.chat({ type: "message", message: reply.value.message });
    else this.chat({ type: "unsent", id, trouble: words(reply.error) });
  }

  /** An unsent message that is not to be sent any more. */
  drop(id: string): void {
    this.chat({ type: "dropped", id });
  }

  async older(): Promise<void> {
    const { before, loading, unavailable } = this.store.state.chat;
    if (loading || (before === undefined && !unavailable)) return;
    this.chat({ type: "asking" });
    const reply = await this.namespace.ask("chat.history", { limit: PAGE, ...(before === undefined ? {} : { before }) });
    this.chat({ type: "older", page: reply.ok ? reply.value : undefined });
  }

  async unsay(message: string): Promise<void> {
    const reply = await this.namespace.command("chat.delete", { id: randomKey(), message });
    if (reply.ok) this.chat({ type: "message", message: reply.value.message });
    else this.listener.toast(words(reply.error));
  }

  react(emoji: string): void {
    this.namespace.tell("reaction", { emoji });
  }

  point(place: { readonly x: number; readonly y: number } | { readonly off: true }): void {
    this.namespace.tell("cursor", place);
  }

  async control(step: "request" | "withdraw" | "release" | "take"): Promise<void> {
    // Whoever takes back a request releases what they do not have yet.
    const command = `control.${step === "withdraw" ? "release" : step}` as const;
    this.controlled(await this.namespace.command(command, { id: randomKey() }));
  }

  async grant(participantId: string): Promise<void> {
    this.controlled(await this.namespace.command("control.grant", { id: randomKey(), participantId }));
  }

  async mode(mode: Mode, turnSeconds?: number): Promise<void> {
    const wish = { id: randomKey(), mode, ...(turnSeconds === undefined ? {} : { turnSeconds }) };
    this.controlled(await this.namespace.command("control.mode", wish));
  }

  async role(participantId: string, role: Role): Promise<void> {
    this.told(await this.namespace.command("role.set", { id: randomKey(), participantId, role }));
  }

  async sendOut(how: "kick" | "ban", participantId: string): Promise<void> {
    this.told(await this.namespace.command(how, { id: randomKey(), participantId }));
  }

  private entered({ recovered, chat, ...snapshot }: Snapshot): void {
    this.store.tell({ type: "snapshot", snapshot });
    if (!recovered && chat) this.chat({ type: "snapshot", page: chat });
    this.look();
  }

  private stayed(stay: Stay): void {
    this.store.tell({ type: "stay", stay: stay.name });
    if (stay.name === "outside" && stay.refusal) this.listener.sentOut(stay.refusal.code);
  }

  private hear(): void {
    const { store, namespace } = this;
    namespace.on("chat.message", (message) => {
      this.chat({ type: "message", message });
      this.look();
    });
    namespace.on("chat.deleted", (message) => this.chat({ type: "message", message }));
    namespace.on("control", (control) => store.tell({ type: "control", control }));
    namespace.on("presence", (presence) => store.tell({ type: "presence", presence }));
    namespace.on("you", (you) => store.tell({ type: "you", you }));
    namespace.on("warning", (warning) => store.tell({ type: "warning", warning }));
    namespace.on("clock", ({ expiresAt }) => store.tell({ type: "clock", expiresAt }));
    namespace.on("cursors", ({ cursors }) => this.listener.cursors(cursors));
    namespace.on("reaction", ({ participantId, emoji }) => this.listener.reaction(participantId, emoji));
    namespace.on("navigated", ({ participantId, action }) => this.navigated(participantId, NAVIGATED[action]));
    namespace.on("notice", ({ message }) => this.listener.toast(message));
  }

  /** What stands on the screen has been seen. */
  look(): void {
    const { state } = this.store;
    if (state.side === "chat" && document.visibilityState === "visible" && unread(state.chat, undefined) > 0) {
      this.chat({ type: "seen" });
    }
  }

  private navigated(participantId: string, did: string): void {
    const { self, people } = this.store.state;
    if (participantId !== self) this.listener.toast(`${nameOf(people, participantId)} ${did}.`);
  }

  private chat(event: (RoomEvent & { type: "chat" })["event"]): void {
    this.store.tell({ type: "chat", event });
  }

  private controlled(reply: Reply<{ readonly control: RoomsEvents["control"] }>): void {
    if (reply.ok) this.store.tell({ type: "control", control: reply.value.control });
    else this.listener.toast(words(reply.error));
  }

  private told(reply: Reply<object>): void {
    if (!reply.ok) this.listener.toast(words(reply.error));
  }
}
