import type { Player } from "../player/player";

declare global {
  /** When this was built; pages ask for files with it. */
  const BUILD_STAMP: string;
  interface Window {
    /** The player of this page, for whoever embeds it from the same origin, and for tests. */
    flotillaPlayer?: Player;
  }
}
