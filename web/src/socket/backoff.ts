const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;
/** Even a lucky draw must not hammer a server that refuses at once. */
const SHORTEST_MS = 50;

/**
 * How long to wait after so many failures in a row: anything up to 1, 2, 4, 8, 15 s. The whole span is drawn from, so that
 * a thousand clients of one node that went down come back spread over it.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  if (failures < 1) return 0;
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
  return Math.max(SHORTEST_MS, Math.floor(random() * span));
}
