import { field } from "./packets";

/** Why the server did not do it, or why nobody knows whether it did. */
export interface Refusal {
  /** The server's own, or `timeout`, `closed`, `refused`, `unreadable`. */
  readonly code: string;
  readonly message: string;
  /** Nobody knows whether it was done: to be asked again with the same id. */
  readonly again: boolean;
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** Takes what came over the line, or not: undefined for what it cannot be. */
export type Read<Value> = (data: unknown) => Value | undefined;

/** How every command is answered: `{ok:true, …}` or `{ok:false, error:{code, message}}`. */
export function readReply<Value>(data: unknown, read: Read<Value>): Reply<Value> {
  if (field(data, "ok") === true) {
    const value = read(data);
    return value === undefined ? refused("unreadable", "The server's answer could not be read.") : { ok: true, value };
  }
  const error = field(data, "error");
  const code = field(error, "code");
  const message = field(error, "message");
  if (typeof code !== "string") return refused("unreadable", "The server's answer could not be read.");
  const again = field(error, "retry") === true || code === "unavailable";
  return refused(code, typeof message === "string" ? message : code, again);
}

export function refused(code: string, message: string, again = false): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, message, again } };
}
