/** Where a cursor is shown while it is on its way to where it was last said to be. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Glide {
  readonly from: Point;
  readonly to: Point;
  /** ms. */
  readonly since: number;
}

/** A little longer than the time between two bundles: then it never stands still in between. */
export const GLIDE_MS = 60;

export function at({ from, to, since }: Glide, now: number): Point {
  const share = Math.min(1, Math.max(0, (now - since) / GLIDE_MS));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The next way begins where the cursor is seen now. */
export function towards(to: Point, now: number, before: Glide | undefined): Glide {
  return { from: before ? at(before, now) : to, to, since: now };
}
