/** The ES module `/static/js/session-sync.mjs`. */
export type { PerformanceMetrics } from "../sync/metrics";
export type { SessionState } from "../sync/session-state";
export { SessionSync, type SessionSyncOptions } from "../sync/session-sync";
