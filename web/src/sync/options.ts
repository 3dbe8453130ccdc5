import type { FlotillaSocket } from "../socket/flotilla-socket";

export interface SessionSyncOptions {
  /** With the CSRF token where one is needed; that of `window.sessionManager` unless told otherwise. */
  readonly fetch?: typeof fetch;
  /** To share the page's one connection; its own unless told otherwise. */
  readonly socket?: FlotillaSocket;
}
