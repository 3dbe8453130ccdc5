import type { Act, TouchPoint } from "../messages";

/**
 * What fingers mean. A tap is a click and a long press a right click, so that both also reach the parts of a browser
 * that know no touch; whatever moves or has more fingers goes through as the touch it is.
 *
 *   idle ──finger──▶ undecided ──up──▶ click · ──held──▶ right click · ──moved or second finger──▶ touching
 */
export type Gesture =
  | { readonly name: "idle" }
  | { readonly name: "undecided"; readonly start: TouchPoint; readonly at: number; readonly clientX: number; readonly clientY: number }
  | { readonly name: "touching"; readonly points: readonly TouchPoint[] }
  /** A long press has been answered; what the finger does until it goes up means nothing. */
  | { readonly name: "spent" };

export const IDLE: Gesture = { name: "idle" };
export const LONG_PRESS_MS = 550;
const SLOP_PX = 9;

export interface Touches {
  /** All fingers that are down now. */
  readonly points: readonly TouchPoint[];
  readonly clientX: number;
  readonly clientY: number;
  readonly at: number;
}

export interface Step {
  readonly gesture: Gesture;
  readonly acts: readonly Act[];
}

const stay = (gesture: Gesture): Step => ({ gesture, acts: [] });

export function fingersDown(gesture: Gesture, { points, clientX, clientY, at }: Touches): Step {
  const [first] = points;
  if (!first) return stay(gesture);
  switch (gesture.name) {
    case "idle":
      if (points.length === 1) return stay({ name: "undecided", start: first, at, clientX, clientY });
      return { gesture: { name: "touching", points }, acts: [touch("start", points)] };
    case "undecided":
      return {
        gesture: { name: "touching", points },
        acts: [touch("start", [gesture.start]), touch("start", points)],
      };
    case "touching":
      return { gesture: { name: "touching", points }, acts: [touch("start", points)] };
    case "spent":
      return stay(gesture);
  }
}

export function fingersMoved(gesture: Gesture, { points, clientX, clientY }: Touches): Step {
  if (gesture.name === "touching") {
    return { gesture: { name: "touching", points }, acts: [touch("move", points)] };
  }
  if (gesture.name !== "undecided") return stay(gesture);
  if (Math.hypot(clientX - gesture.clientX, clientY - gesture.clientY) < SLOP_PX) return stay(gesture);
  return {
    gesture: { name: "touching", points },
    acts: [touch("start", [gesture.start]), touch("move", points)],
  };
}

/** `points` are the fingers that remain. */
export function fingersUp(gesture: Gesture, { points }: Touches): Step {
  const next: Gesture = points.length === 0 ? IDLE : gesture;
  switch (gesture.name) {
    case "undecided":
      return { gesture: IDLE, acts: click(gesture.start, 0) };
    case "touching":
      return {
        gesture: points.length === 0 ? IDLE : { name: "touching", points },
        acts: [touch("end", points)],
      };
    default:
      return stay(next);
  }
}

/** To be asked after {@link LONG_PRESS_MS}. */
export function heldLong(gesture: Gesture, at: number): Step {
  if (gesture.name !== "undecided" || at - gesture.at < LONG_PRESS_MS) return stay(gesture);
  return { gesture: { name: "spent" }, acts: click(gesture.start, 2) };
}

export function cancelled(gesture: Gesture): Step {
  return { gesture: IDLE, acts: gesture.name === "touching" ? [touch("cancel", [])] : [] };
}

function touch(action: "start" | "move" | "end" | "cancel", points: readonly TouchPoint[]): Act {
  return { type: "touch", action, points };
}

function click({ x, y }: TouchPoint, button: number): Act[] {
  return [
    { type: "pointer", action: "move", x, y, button: 0 },
    { type: "pointer", action: "down", x, y, button },
    { type: "pointer", action: "up", x, y, button },
  ];
}
