import { announceExpired, tell } from "../session/expiry";
import type { KnowledgeListener } from "./knowledge";

/** News as events, on the window and on `source`. */
export function announcer(source: EventTarget): KnowledgeListener {
  return {
    stateChanged: (state) => tell(window, source, "sessionStateChanged", state),
    platformSwitched: ({ platformId, platformName }) =>
      tell(window, source, "platformSwitched", { platformId, platformName, timestamp: Date.now() }),
    expired: (sessionId, reason) => announceExpired(window, source, { sessionId, ...(reason ? { reason } : {}) }),
  };
}
