import { backoffMs } from "./backoff";
import { readReply, refused, type Read, type Reply } from "./reply";

/** More than this waits for nobody: whoever clicks on without an answer hears that at once. */
const MOST_WAITING = 64;

interface Pending {
  readonly name: string;
  readonly data: unknown;
  /** Whether the server does it once, however often it comes. */
  readonly again: boolean;
  readonly answer: (data: unknown) => boolean;
  readonly fail: (code: string, message: string) => void;
  sentAs: number | undefined;
  tries: number;
}

/**
 * What was asked and not answered yet, in order. A command that carries an id is sent again when the line is back, and the
 * server does it once; a question is not.
 */
export class Commands {
  private readonly pending = new Set<Pending>();
  private nextId = 0;
  private stage: "closed" | "greeting" | "open" = "closed";

  constructor(private readonly send: (name: string, data: unknown, id: number) => void) {}

  /** @param again sent anew until `ms` are over; else once, and only over an open line */
  ask<Value>(
    name: string,
    data: unknown,
    read: Read<Value>,
    ms: number,
    again: boolean,
    first?: (reply: Reply<Value>) => void,
  ): Promise<Reply<Value>> {
    if (this.pending.size >= MOST_WAITING) return Promise.resolve(refused("busy", "Too much waits for an answer."));
    if (!again && this.stage === "closed") return Promise.resolve(refused("closed", "There is no connection."));
    return new Promise((resolve) => {
      const settle = (reply: Reply<Value>) => {
        clearTimeout(alarm);
        this.pending.delete(one);
        first?.(reply);
        resolve(reply);
      };
      const one: Pending = {
        name,
        data,
        again,
        answer: (raw) => {
          const reply = readReply(raw, read);
          if (!reply.ok && again && reply.error.again) return false;
          settle(reply);
          return true;
        },
        fail: (code, message) => settle(refused(code, message)),
        sentAs: undefined,
        tries: 0,
      };
      const alarm = setTimeout(() => one.fail("timeout", "The server did not answer in time."), ms);
      this.pending.add(one);
      if (this.mayGo(one)) this.dispatch(one);
    });
  }

  answered(id: number, data: unknown): void {
    for (const one of this.pending) {
      if (one.sentAs !== id) continue;
      one.sentAs = undefined;
      if (!one.answer(data)) this.later(one);
      return;
    }
  }

  /** The line is there, but what must come first is not said yet: only questions go out. */
  greeting(): void {
    this.stage = "greeting";
  }

  /** The server listens: what waits goes out, in the order it was asked. */
  opened(): void {
    this.stage = "open";
    for (const one of this.pending) if (one.sentAs === undefined) this.dispatch(one);
  }

  /** The line is lost; it may come back. */
  lost(): void {
    this.stage = "closed";
    for (const one of [...this.pending]) {
      one.sentAs = undefined;
      if (!one.again) one.fail("closed", "The connection was lost.");
    }
  }

  /** It will not come back. */
  ended(code: string, message: string): void {
    this.stage = "closed";
    for (const one of [...this.pending]) one.fail(code, message);
  }

  private mayGo({ again }: Pending): boolean {
    return this.stage === "open" || (this.stage === "greeting" && !again);
  }

  private dispatch(one: Pending): void {
    one.sentAs = this.nextId++;
    this.send(one.name, one.data, one.sentAs);
  }

  private later(one: Pending): void {
    one.tries++;
    setTimeout(() => {
      if (this.mayGo(one) && this.pending.has(one) && one.sentAs === undefined) this.dispatch(one);
    }, backoffMs(one.tries));
  }
}
