import { html, type RootPart, type TemplateResult } from "lit/html.js";
import { bar } from "./bar";
import { dialogs } from "./dialogs";
import { overlay } from "./overlay";
import { announcement } from "./announcement";
import type { Live } from "./live/live";
import { side, sideOf } from "./side";
import type { RoomEvent, RoomState, Side } from "./state";
import type { Study } from "./study/study";

export interface RoomParts {
  readonly bar: HTMLElement;
  readonly overlay: HTMLElement;
  readonly side: HTMLElement;
  readonly dialogs: HTMLElement;
  readonly live: HTMLElement;
}

export interface RoomActs {
  tell(event: RoomEvent): void;
  enter(): void;
  another(): void;
  part(how: "leave" | "end"): void;
  share(on: boolean): void;
  keyboard(): void;
  match(): void;
  unblock(): void;
  volume(level: number, muted: boolean): void;
  fullScreen(): void;
  navigate(action: "back" | "forward" | "reload"): void;
  goTo(typed: string): void;
  /** Shows it beside the picture, or puts away what is there; the same once more puts it away too. */
  side(side: Side): void;
  pointing(on: boolean): void;
  readonly live: Pick<
    Live,
    "say" | "drop" | "older" | "unsay" | "react" | "control" | "grant" | "mode" | "role" | "sendOut"
  >;
  readonly timer: Pick<Study, "start" | "pause" | "resume" | "end">;
}

type Render = (view: TemplateResult, into: HTMLElement) => RootPart;

/** The whole page as a function of the state; the picture itself belongs to the player. */
export function roomView(state: RoomState, parts: RoomParts, acts: RoomActs, render: Render): void {
  render(bar(state, acts), parts.bar);
  render(html`${overlay(state, acts)}`, parts.overlay);
  parts.side.hidden = sideOf(state) === undefined;
  render(html`${side(state, acts)}`, parts.side);
  render(html`${dialogs(state, acts)}`, parts.dialogs);
  render(html`${announcement(state)}`, parts.live);
}
