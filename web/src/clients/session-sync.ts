/** The ES module `/static/js/session-sync.mjs`. */
export type { PerformanceMetrics } from "../sync/metrics";
export type { SessionState } from "../sync/session-state";
export type { SessionSyncOptions } from "../sync/options";
export { SessionSync } from "../sync/session-sync";
