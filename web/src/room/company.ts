import type { FlotillaSocket } from "../socket/flotilla-socket";
import type { Store } from "../ui/store";
import { toast } from "../ui/toast";
import { CursorLayer } from "./cursors/layer";
import { followPointer } from "./cursors/own";
import { floatReaction } from "./cursors/reactions";
import { Live } from "./live/live";
import { nameOf } from "./people/state";
import { savedPointing, savePointing } from "./pointing";
import type { RoomEvent, RoomState } from "./state";
import { Study } from "./study/study";

/** Tried this often by itself after the line was refused; then a person has to ask. */
const TRIES = 5;
const TRY_AGAIN_MS = 2_000;
const FINAL = new Set(["left", "kicked", "banned", "ended", "unshared", "not-found"]);

/** The others: what they say, where they point, what they run. Owns both lines, and what is drawn over the picture. */
export class Company {
  readonly live: Live;
  readonly study: Study;
  private readonly cursors: CursorLayer;
  private readonly floating = document.querySelector<HTMLElement>("#reactions")!;
  private floated = 0;
  private tries = 0;

  constructor(
    socket: FlotillaSocket,
    id: string,
    private readonly store: Store<RoomState, RoomEvent>,
    stage: HTMLElement,
    box: () => DOMRectReadOnly | undefined,
  ) {
    this.cursors = new CursorLayer({
      host: document.querySelector<HTMLElement>("#cursors")!,
      box,
      person: (who) => store.state.people.list.find(({ participantId }) => participantId === who),
    });
    this.live = new Live(socket, id, store, {
      cursors: (moves) => moves.forEach((move) => this.cursors.move(move)),
      reaction: (who, emoji) => floatReaction(this.floating, emoji, nameOf(store.state.people, who), this.floated++),
      toast,
      sentOut: (reason) => this.sentOut(reason),
    });
    this.study = new Study(socket, {
      state: () => store.state.study,
      tell: (event) => store.tell({ type: "study", event }),
      toast,
    });
    followPointer(stage, {
      wanted: () => store.state.pointing && store.state.stay === "inside" && store.state.people.total > 1,
      box,
      tell: (place) => this.live.point(place),
    });
    this.setPointing(savedPointing());
  }

  /** This person is inside: their cookie opens the lines. */
  enter(): void {
    this.tries = 0;
    this.open();
  }

  setPointing(on: boolean): void {
    savePointing(on);
    if (!on) this.live.point({ off: true });
    this.cursors.switch(on);
    this.store.tell({ type: "pointing", on });
  }

  show({ people, stay }: RoomState): void {
    if (stay === "inside") this.cursors.keep(people.list);
    else this.cursors.clear();
  }

  private open(): void {
    this.live.open();
    this.study.open();
  }

  /** What ends the picture as well is told there. Else this browser is somebody else now, or the server was not ready. */
  private sentOut(reason: string): void {
    if (FINAL.has(reason) || this.tries >= TRIES) return;
    this.tries++;
    setTimeout(() => this.store.state.phase.name === "inside" && this.open(), TRY_AGAIN_MS * this.tries);
  }
}
