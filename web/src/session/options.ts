/** What a page may want to be different. */
export interface SessionManagerOptions {
  /** Extends the session when its end is near, as long as the page is looked at. Off unless told otherwise. */
  readonly autoExtend?: boolean;
  /** Seconds before the end at which `sessionWarning` comes; 300 unless told otherwise. */
  readonly warningThreshold?: number;
  /** How often to look at the session, ms; 30,000 unless told otherwise. */
  readonly pollMs?: number;
  readonly fetch?: typeof fetch;
  /** Where events are heard besides this object: the window. */
  readonly target?: EventTarget;
  /** What relative addresses are relative to; the page. */
  readonly base?: string;
  /** How long to wait before a session that is gone counts as over, ms; 1,500 unless told otherwise. */
  readonly doubtMs?: number;
}
