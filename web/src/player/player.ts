import type { Access, Renew } from "./access";
import type { Sound } from "./audio";
import { Connection } from "./connection";
import { cursorCss } from "./cursor";
import { acceptableSize } from "./geometry";
import { Input } from "./input/input";
import { Media } from "./media";
import type { Quality } from "./meter";
import type { Act, GatewayMessage } from "./messages";
import { Screen } from "./screen";
import type { PlayerState } from "./state";

export type { Access, Act, GatewayMessage, PlayerState, Quality, Renew, Sound };
export type { Renewal } from "./access";
export type { Person, Role } from "./messages";
export { accessFrom, claimsOf } from "./access";

export interface PlayerOptions {
  /** Holds the canvas; the player fills it. It must have a position and a size of its own. */
  readonly host: HTMLElement;
  readonly access: Access;
  /** Fetches a new token when the old one is spent; without it an expired token is the end. */
  readonly renew?: Renew;
  /** Where the gateway is; the page's own origin unless told otherwise. */
  readonly origin?: string;
  /** Where audio-worklet.js is, on the page's own origin. */
  readonly workletUrl: string;
  onState?(state: PlayerState): void;
  onMessage?(message: GatewayMessage): void;
  onSound?(sound: Sound): void;
  /** The person left the picture with the keyboard. */
  onLeave?(): void;
}

/** A VM's picture, sound and input in one element. Start it once; `close` lets go of everything. */
export class Player {
  readonly canvas = document.createElement("canvas");
  private readonly closing = new AbortController();
  private readonly screen: Screen;
  private readonly connection: Connection;
  private readonly media: Media;
  private readonly input: Input;
  private mayControl = false;

  constructor(private readonly options: PlayerOptions) {
    const { host, workletUrl, access, renew, origin = location.origin } = options;
    const { signal } = this.closing;
    this.canvas.className = "player-picture";
    host.append(this.canvas);
    this.screen = new Screen(this.canvas);
    this.media = new Media(this.screen, workletUrl, {
      send: (message) => this.connection.send(message),
      drew: () => this.connection.picture(),
      sound: (sound) => options.onSound?.(sound),
    });
    this.connection = new Connection(origin, access, renew, {
      opened: () => {
        this.input.forget();
        this.media.opened();
      },
      frame: (message) => this.media.take(message),
      message: (message) => this.hear(message),
      changed: (state) => options.onState?.(state),
      answered: (ms) => this.media.meter.answered(ms),
    });
    const stage = {
      surface: this.canvas,
      box: () => this.screen.box(),
      mayAct: () => this.mayControl,
      send: (act: Act) => this.act(act),
      backlog: () => this.connection.backlog,
    };
    this.input = new Input(stage, host, () => options.onLeave?.(), signal);
    for (const type of ["pointerdown", "keydown", "touchend"]) {
      addEventListener(type, () => this.unblockSound(), { signal, capture: true });
    }
    document.addEventListener("visibilitychange", () => this.media.turned(), { signal });
  }

  get state(): PlayerState {
    return this.connection.state;
  }

  /** Pictures drawn since the player was made. */
  get picturesDrawn(): number {
    return this.media.drawn;
  }

  /** The loudest moment of the last tenth of a second, 0…1, before the volume. */
  get soundLevel(): number {
    return this.media.audio.level;
  }

  start(): void {
    this.connection.start();
  }

  /** Tries again after `failed`. */
  restart(): void {
    this.connection.restart();
  }

  close(): void {
    this.closing.abort();
    this.connection.stop();
    this.media.close();
    this.screen.close();
    this.canvas.remove();
  }

  /** Does something in the VM; nothing happens for those who only watch. */
  act(act: Act): void {
    if (this.mayControl) this.connection.send(act);
  }

  /** Gives the keyboard to the picture; on phones, within a tap, brings up the on-screen keyboard. */
  focus(): void {
    this.input.focus();
  }

  /** Call it within a tap or key press, when browsers allow sound. */
  unblockSound(): void {
    this.media.audio.unblock();
  }

  /** @param volume 0…1 */
  setVolume(volume: number): void {
    this.media.audio.setVolume(volume);
  }

  /** Asks the VM for a screen of the shape and size that this page has room for. */
  matchWindow(): void {
    this.act({ type: "resize", ...acceptableSize(this.screen.room()) });
  }

  /** What was measured since the last call. */
  quality(): Quality {
    return this.media.meter.read();
  }

  private hear(message: GatewayMessage): void {
    switch (message.type) {
      case "welcome":
        this.expect(message);
        this.allow(message.mayControl);
        break;
      case "role":
        this.allow(message.mayControl);
        break;
      case "size":
        this.expect(message);
        break;
      case "cursor":
        this.canvas.style.cursor = cursorCss(message);
    }
    this.options.onMessage?.(message);
  }

  /** Once there is a picture, its own size counts: it changes with the first picture of the new size. */
  private expect(size: { width: number; height: number }): void {
    if (this.media.drawn === 0) this.screen.expect(size);
  }

  private allow(mayControl: boolean): void {
    this.mayControl = mayControl;
    this.canvas.classList.toggle("watching", !mayControl);
  }
}
