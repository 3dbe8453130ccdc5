import { SessionManagerClient } from "../session/session-manager";
import { SessionSync } from "../sync/session-sync";

/** The plain script `/static/js/session-sync.js`: sets the globals and starts. It works with and without the other one. */
window.SessionSync = SessionSync;
if (!window.sessionSync) {
  const own = new SessionManagerClient();
  window.sessionSync = new SessionSync({ fetch: (...call) => (window.sessionManager ?? own).fetch(...call) });
}
window.sessionSync.init();
