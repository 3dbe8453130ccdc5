import type { Player } from "../player/player";
import type { SessionManagerClient } from "../session/session-manager";
import type { FlotillaRoom } from "../socket/flotilla-room";
import type { FlotillaSocket } from "../socket/flotilla-socket";
import type { SessionSync } from "../sync/session-sync";

declare global {
  /** When this was built; pages ask for files with it. */
  const BUILD_STAMP: string;
  interface Window {
    /** The player of this page, for whoever embeds it from the same origin, and for tests. */
    flotillaPlayer?: Player;
    sessionManager?: SessionManagerClient;
    SessionManagerClient?: typeof SessionManagerClient;
    sessionSync?: SessionSync;
    SessionSync?: typeof SessionSync;
    FlotillaSocket?: typeof FlotillaSocket;
    FlotillaRoom?: typeof FlotillaRoom;
  }
  interface WindowEventMap {
    sessionWarning: CustomEvent<{ remainingSeconds: number }>;
    sessionExpired: CustomEvent<{ sessionId: string; reason?: string }>;
    sessionStateChanged: CustomEvent<import("../sync/session-state").SessionState>;
    platformSwitched: CustomEvent<{ platformId: string | null; platformName: string | null; timestamp: number }>;
    notice: CustomEvent<{ message: string }>;
    sessionsChanged: CustomEvent<object>;
    sessionIdentityChanging: CustomEvent<{ elsewhere: boolean }>;
    sessionIdentityChanged: CustomEvent<object>;
  }
}
