import type { ChatPage, Message } from "../live/protocol";

/** What this person wrote and the room has not confirmed. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  /** Why it was not sent; missing while it is on its way. */
  readonly trouble?: string;
}

export interface ChatState {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Where older ones begin; undefined when there are none. */
  readonly before: number | undefined;
  readonly loading: boolean;
  /** The room could not show what was said before. */
  readonly unavailable: boolean;
  readonly unsent: readonly Unsent[];
  /** Number of the newest message that was seen. */
  readonly seen: number;
}

export type ChatEvent =
  | { readonly type: "snapshot"; readonly page: Partial<ChatPage> & { readonly unavailable?: boolean } }
  | { readonly type: "message"; readonly message: Message }
  | { readonly type: "older"; readonly page: ChatPage | undefined }
  | { readonly type: "asking" }
  | { readonly type: "sending"; readonly id: string; readonly text: string }
  | { readonly type: "unsent"; readonly id: string; readonly trouble: string }
  | { readonly type: "dropped"; readonly id: string }
  | { readonly type: "seen" };

export const SILENCE: ChatState = {
  messages: [],
  before: undefined,
  loading: false,
  unavailable: false,
  unsent: [],
  seen: 0,
};

/** As many as are kept in a page that stays open for days. */
const MOST = 1_000;

export function reduceChat(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case "snapshot": {
      const { messages = [], before, unavailable = false } = event.page;
      const kept = messages.reduce(withMessage, { ...state, messages: [], before, unavailable, loading: false });
      // Who comes in has seen nothing and missed nothing: only what is said from now on is news.
      return state.messages.length === 0 && state.seen === 0 ? { ...kept, seen: newest(kept) } : kept;
    }
    case "message":
      return withMessage(state, event.message);
    case "asking":
      return { ...state, loading: true };
    case "older":
      if (!event.page) return { ...state, loading: false };
      return event.page.messages.reduce(withMessage, {
        ...state,
        loading: false,
        unavailable: false,
        before: event.page.before,
      });
    case "sending":
      return { ...state, unsent: [...without(state, event.id), { id: event.id, text: event.text }] };
    case "unsent":
      return {
        ...state,
        unsent: state.unsent.map((one) => (one.id === event.id ? { ...one, trouble: event.trouble } : one)),
      };
    case "dropped":
      return { ...state, unsent: without(state, event.id) };
    case "seen": {
      const seen = newest(state);
      return seen === state.seen ? state : { ...state, seen };
    }
  }
}

/** How many were said by others since this person looked. */
export function unread({ messages, seen }: ChatState, self: string | undefined): number {
  return messages.filter(({ number, participantId, deleted }) => number > seen && participantId !== self && !deleted).length;
}

/** Puts it where its number says, in place of what is known by its id; what was on its way has arrived. */
function withMessage(state: ChatState, message: Message): ChatState {
  const others = state.messages.filter(({ id }) => id !== message.id);
  const place = others.findLastIndex(({ number }) => number < message.number) + 1;
  const messages = others.toSpliced(place, 0, message).slice(-MOST);
  return { ...state, messages, unsent: without(state, message.id) };
}

function without({ unsent }: ChatState, id: string): readonly Unsent[] {
  return unsent.some((one) => one.id === id) ? unsent.filter((one) => one.id !== id) : unsent;
}

function newest({ messages, seen }: ChatState): number {
  return Math.max(seen, messages.at(-1)?.number ?? 0);
}
