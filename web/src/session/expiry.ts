/** One place on the page for whoever finds out first, even from scripts that share no module. */
const LAST = Symbol.for("flotilla.session.expired");

export interface Expired {
  readonly sessionId: string;
  /** Why, when the server said so. */
  readonly reason?: string;
}

/** Tells the page once that a session is over, whoever noticed it. False when that was told before. */
export function announceExpired(target: EventTarget, source: EventTarget, detail: Expired): boolean {
  const page = target as EventTarget & { [LAST]?: string };
  if (page[LAST] === detail.sessionId) return false;
  page[LAST] = detail.sessionId;
  tell(target, source, "sessionExpired", detail);
  return true;
}

/** Events are heard on the window and on the object they come from. */
export function tell(target: EventTarget, source: EventTarget, type: string, detail: unknown): void {
  source.dispatchEvent(new CustomEvent(type, { detail }));
  if (target !== source) target.dispatchEvent(new CustomEvent(type, { detail }));
}
