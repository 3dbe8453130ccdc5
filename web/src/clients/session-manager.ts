/** The ES module `/static/js/session-manager.mjs`; what the plain script does by itself is up to whoever imports it. */
export { SessionManagerClient, type SessionInfo, type SessionManagerOptions } from "../session/session-manager";
