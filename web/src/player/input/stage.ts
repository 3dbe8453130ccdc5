import type { Box } from "../geometry";
import type { Act } from "../messages";

/** What the input handlers need of the player: where the picture is, whether this person may act, and a way out. */
export interface Stage {
  readonly surface: HTMLElement;
  box(): Box;
  mayAct(): boolean;
  send(act: Act): void;
  /** Bytes that wait to be sent; moves are not worth queueing behind them. */
  backlog(): number;
}

/** More than this waits to be sent: the line is slow, and only the newest move is kept. */
export const STALE_BYTES = 16 * 1024;
