const STEPS_MS = [1_000, 2_000, 4_000];
const REST_MS = 15_000;

/** How long to wait after so many failures in a row: 1, 2, 4 s, then 15 s. */
export function backoffMs(failures: number): number {
  return failures < 1 ? 0 : (STEPS_MS[failures - 1] ?? REST_MS);
}
