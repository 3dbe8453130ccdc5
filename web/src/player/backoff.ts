const FIRST_MS = 250;
const LONGEST_MS = 5_000;

/**
 * How long to wait before attempt `attempt` (1 is the first after a loss): 250 ms doubling up to 5 s, of which the
 * upper half is left to chance so that a node's viewers do not all come back at once.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}
