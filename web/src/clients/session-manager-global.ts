import { SessionManagerClient } from "../session/session-manager";

/** The plain script `/static/js/session-manager.js`: sets the globals and starts. */
window.SessionManagerClient = SessionManagerClient;
window.sessionManager ??= new SessionManagerClient();
void window.sessionManager.init();
