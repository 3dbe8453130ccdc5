/** How a line ended: a WebSocket's close code, or the nearest to it that polling knows. */
export interface Close {
  readonly code: number;
  readonly reason: string;
}

/** The line broke, or was never there. */
export const LOST: Close = { code: 1006, reason: "" };

const BROKEN_TALK = new Set([1002, 1003, 1007, 1008, 1009]);

/** contracts/close-codes.md: of our own codes those from 4500 say "don't"; of the standard ones those that say the talk was wrong. */
export function comesBack({ code }: Close): boolean {
  return code < 4500 && !BROKEN_TALK.has(code);
}

/** What a refused poll says. Away, busy, restarted or unknown to this node: come back; not wanted at all: don't. */
export function closeOf(status: number): Close {
  if (status === 401) return { code: 4500, reason: "unauthorized" };
  if (status === 403) return { code: 4500, reason: "forbidden" };
  return LOST;
}
