import { SessionManagerClient } from "../session/session-manager";
import { FlotillaSocket } from "../socket/flotilla-socket";
import { SessionSync } from "../sync/session-sync";

/** This page's own clients: what the pages use is what other people's pages get. */
export const sessionManager = new SessionManagerClient();
/** The page's one connection, for all it has to say and hear; there while something needs it. */
export const socket = new FlotillaSocket();
export const sessionSync = new SessionSync({ fetch: sessionManager.fetch, socket });

/** Makes sure that this browser has a user session, and joins the other tabs. */
export async function arrive(): Promise<void> {
  window.SessionManagerClient = SessionManagerClient;
  window.SessionSync = SessionSync;
  window.sessionManager = sessionManager;
  window.sessionSync = sessionSync;
  await sessionManager.init();
  sessionSync.init();
}
