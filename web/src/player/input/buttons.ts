/** `MouseEvent.buttons` bit → `MouseEvent.button` number. */
const BITS: readonly (readonly [bit: number, button: number])[] = [
  [1, 0],
  [4, 1],
  [2, 2],
  [8, 3],
  [16, 4],
];

export interface ButtonChange {
  readonly action: "down" | "up";
  readonly button: number;
}

/** A second button that goes down while one is held fires only a move in browsers: compare the masks instead. */
export function buttonChanges(before: number, after: number): ButtonChange[] {
  return BITS.filter(([bit]) => ((before ^ after) & bit) !== 0).map(([bit, button]) => ({
    action: (after & bit) !== 0 ? "down" : "up",
    button,
  }));
}
