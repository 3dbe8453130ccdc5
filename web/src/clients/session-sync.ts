/** The ES module `/static/js/session-sync.mjs`. */
export { SessionSync, type PerformanceMetrics, type SessionState, type SessionSyncOptions } from "../sync/session-sync";
