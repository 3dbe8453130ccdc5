import { handOver, takeOver } from "../api/handover";
import { arrive, sessionSync } from "../api/here";
import type { Answer } from "../api/http";
import { adviceFor } from "../api/refusals";
import * as vm from "../api/vm";
import { accessFrom, Player } from "../player/player";
import { adviceAfter, SIGNED_OUT } from "../ui/failures";
import { savedName } from "../ui/name";
import { randomKey } from "../ui/random-key";
import { endOf, renewByJoining } from "../ui/renewal";
import type { Store } from "../ui/store";
import type { RoomEvent, RoomState } from "./state";

const LOOK_AGAIN_MS = 5_000;
const STILL_HERE_MS = 60_000;

/** What a person can do in a room, and what the room does by itself. Owns the player. */
export class Room {
  player: Player | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly id: string,
    private readonly host: HTMLElement,
    private readonly store: Store<RoomState, RoomEvent>,
    private readonly leftPicture: () => void,
    /** Somebody is inside, or is so again after having been somebody else. */
    private readonly within: () => void,
  ) {
    setInterval(() => this.stillHere(), STILL_HERE_MS);
  }

  /** @param quietly tried by the page itself: what stands there stays until the answer */
  async enter(quietly = false): Promise<void> {
    clearTimeout(this.again);
    const { phase } = this.store.state;
    const signedOut = phase.name === "outside" && phase.advice.offer === "sign-in";
    if (!quietly) this.store.tell({ type: "entering" });
    const arrived = arrive();
    const handed = takeOver(this.id);
    if (!handed) await arrived;
    // Whoever was signed in and goes on as a guest must not be taken for the account any more.
    if (signedOut) await sessionSync.syncSessionState();
    const answer: Answer<vm.Entry> = handed ? { ok: true, value: handed } : await vm.join(this.id, savedName());
    if (answer.ok) return this.inside(answer.value);
    // Away or not shared yet: that changes without this person doing anything.
    const again = answer.status === 0 || answer.status >= 500 || (answer.status === 403 && /not shared/i.test(answer.error));
    const end = await endOf(this.id, answer);
    const advice = end ? adviceAfter("ended", end) : adviceFor("join", answer);
    this.store.tell({ type: "outside", advice, again });
    if (again) this.again = setTimeout(() => void this.enter(true), LOOK_AGAIN_MS);
  }

  async setShared(shared: boolean): Promise<void> {
    this.store.tell({ type: "busy", busy: true });
    const answer = await (shared ? vm.share(this.id) : vm.unshare(this.id));
    if (answer.ok) this.store.tell({ type: "shared", isShared: shared });
    else this.store.tell({ type: "refused", advice: adviceFor("act", answer) });
  }

  /** Leaves, or ends for everybody, and goes back to the lobby. */
  async part(how: "leave" | "end"): Promise<void> {
    this.store.tell({ type: "busy", busy: true });
    const answer = await (how === "end" ? vm.end(this.id) : vm.leave(this.id));
    if (answer.ok || answer.status === 404) {
      this.player?.close();
      location.assign("/");
    } else {
      this.store.tell({ type: "refused", advice: adviceFor("act", answer) });
    }
  }

  /** Opens another browser in place of one that is over. */
  async openAnother(): Promise<void> {
    this.store.tell({ type: "entering" });
    const name = savedName();
    const answer = await vm.create(name ? { name } : {}, randomKey());
    if (!answer.ok) return this.store.tell({ type: "outside", advice: adviceFor("create", answer), again: false });
    handOver(answer.value);
    location.assign(`/room/${encodeURIComponent(answer.value.id)}`);
  }

  /** The user session is over: signed out in another tab, on another device, or expired. */
  signedOut(): void {
    this.player?.close();
    this.store.tell({ type: "outside", advice: SIGNED_OUT, again: false });
  }

  /** Somebody signed in in another tab: whoever was signed out here comes back by itself. */
  identityChanged(): void {
    const { phase } = this.store.state;
    if (sessionSync.isSignedIn && phase.name === "outside" && phase.advice.offer === "sign-in") void this.enter();
  }

  setVolume(volume: number, muted: boolean): void {
    this.store.tell({ type: "volume", volume, muted });
    this.player?.setVolume(muted ? 0 : volume);
  }

  private inside(entry: vm.Entry): void {
    const access = accessFrom(entry.url);
    if (!access) {
      const advice = adviceFor("join", { ok: false, status: 502, error: "The server's answer has no address" });
      return this.store.tell({ type: "outside", advice, again: false });
    }
    const { role, participantId, isShared = role !== "owner", expiresAt } = entry;
    this.store.tell({ type: "entered", role, isShared, self: participantId, ...(expiresAt ? { expiresAt } : {}) });
    this.within();
    this.player?.close();
    this.player = new Player({
      host: this.host,
      access,
      renew: () => renewByJoining(this.id, false),
      workletUrl: `/static/audio-worklet.js?v=${BUILD_STAMP}`,
      onState: (state) => {
        this.store.tell({ type: "player", state });
        if (state.name !== "failed") return;
        this.store.tell({ type: "outside", advice: adviceAfter(state.failure, state.detail), again: false });
      },
      onMessage: (message) => this.store.tell({ type: "heard", message }),
      onSound: (sound) => this.store.tell({ type: "sound", sound }),
      onLeave: this.leftPicture,
    });
    const { volume, muted } = this.store.state;
    this.player.setVolume(muted ? 0 : volume);
    window.flotillaPlayer = this.player;
    this.player.start();
    // On a phone this would bring up the on-screen keyboard.
    if (matchMedia("(pointer: fine)").matches) this.player.focus();
  }

  private stillHere(): void {
    if (document.visibilityState === "visible" && this.store.state.phase.name === "inside") void vm.ping(this.id);
  }
}
