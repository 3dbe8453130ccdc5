import type { Methods } from "../api/account";
import type { Advice } from "../api/refusals";
import type { Wrong } from "../ui/wrong-field";

export type Mode = "sign-in" | "create";

export interface SignInState {
  readonly mode: Mode;
  /** Undefined before the answer. */
  readonly methods: Methods | undefined;
  /** Who is signed in already. */
  readonly already: string | undefined;
  readonly busy: boolean;
  readonly trouble: Pick<Advice, "title" | "text"> | undefined;
  readonly wrong: Wrong | undefined;
  /** Epoch ms until which the server takes no further try. */
  readonly waitUntil: number | undefined;
  readonly shown: boolean;
  readonly now: number;
}

export type SignInEvent =
  | { readonly type: "mode"; readonly mode: Mode }
  | { readonly type: "methods"; readonly methods: Methods }
  | { readonly type: "already"; readonly name: string | undefined }
  | { readonly type: "started" }
  | { readonly type: "refused"; readonly trouble: Pick<Advice, "title" | "text"> }
  | { readonly type: "wrong"; readonly wrong: Wrong }
  | { readonly type: "wait"; readonly until: number; readonly now: number }
  | { readonly type: "shown"; readonly shown: boolean }
  | { readonly type: "tick"; readonly now: number };

export function reduce(state: SignInState, event: SignInEvent): SignInState {
  switch (event.type) {
    case "mode":
      return { ...state, mode: event.mode, trouble: undefined, wrong: undefined };
    case "methods":
      return { ...state, methods: event.methods, mode: event.methods.sign_up === false ? "sign-in" : state.mode };
    case "already":
      return { ...state, already: event.name };
    case "started":
      return { ...state, busy: true, trouble: undefined, wrong: undefined };
    case "refused":
      return { ...state, busy: false, trouble: event.trouble };
    case "wrong":
      return { ...state, busy: false, wrong: event.wrong };
    case "wait":
      return { ...state, busy: false, waitUntil: event.until, now: event.now };
    case "shown":
      return { ...state, shown: event.shown };
    case "tick":
      if (state.waitUntil === undefined) return state;
      return { ...state, now: event.now, waitUntil: event.now < state.waitUntil ? state.waitUntil : undefined };
  }
}
