import type { ApiKey } from "../api/account";
import type { Device, Security } from "../api/devices";
import type { Connection, PlatformType, Trial } from "../api/platforms";
import type { Advice } from "../api/refusals";
import type { SessionState } from "../sync/session-state";
import type { Wrong } from "../ui/wrong-field";

export type Section = "devices" | "platforms" | "password" | "keys";

/** The form in a dialog. */
export type Open =
  | { readonly form: "platform"; readonly of: Connection | undefined; readonly kind: PlatformType }
  | { readonly form: "remove-platform"; readonly of: Connection }
  | { readonly form: "key" }
  | { readonly form: "remove-key"; readonly of: ApiKey }
  | { readonly form: "end-others" }
  | { readonly form: "everywhere" };

export interface AccountState {
  /** Undefined before the first answer. */
  readonly who: SessionState | undefined;
  readonly devices: readonly Device[] | undefined;
  readonly security: Security | undefined;
  readonly platforms: readonly Connection[] | undefined;
  readonly keys: readonly ApiKey[] | undefined;
  readonly busy: Section | undefined;
  readonly trouble: { readonly section: Section; readonly advice: Advice } | undefined;
  readonly wrong: Wrong | undefined;
  readonly open: Open | undefined;
  /** The key that was just made; shown this once. */
  readonly fresh: ApiKey | undefined;
  readonly copied: boolean;
  /** What trying a platform connection yielded; undefined while it is being tried. */
  readonly trials: Readonly<Record<string, Trial | undefined>>;
  readonly shown: boolean;
  /** Grows when a form was taken, so that its fields are empty again. */
  readonly taken: number;
  readonly now: number;
}

export type AccountEvent =
  | { readonly type: "who"; readonly who: SessionState | undefined }
  | { readonly type: "devices"; readonly devices: readonly Device[]; readonly now: number }
  | { readonly type: "security"; readonly security: Security }
  | { readonly type: "platforms"; readonly platforms: readonly Connection[] }
  | { readonly type: "keys"; readonly keys: readonly ApiKey[] }
  | { readonly type: "open"; readonly open: Open | undefined }
  | { readonly type: "started"; readonly section: Section }
  | { readonly type: "finished" }
  | { readonly type: "refused"; readonly section: Section; readonly advice: Advice }
  | { readonly type: "wrong"; readonly wrong: Wrong }
  | { readonly type: "made"; readonly key: ApiKey }
  | { readonly type: "copied" }
  | { readonly type: "tried"; readonly id: string; readonly trial: Trial | undefined }
  | { readonly type: "shown"; readonly shown: boolean };

export const START: AccountState = {
  who: undefined,
  devices: undefined,
  security: undefined,
  platforms: undefined,
  keys: undefined,
  busy: undefined,
  trouble: undefined,
  wrong: undefined,
  open: undefined,
  fresh: undefined,
  copied: false,
  trials: {},
  shown: false,
  taken: 0,
  now: 0,
};

export function reduce(state: AccountState, event: AccountEvent): AccountState {
  switch (event.type) {
    case "who":
      // Another person's account has nothing in common with the one before, least of all a secret.
      return event.who?.user?.id === state.who?.user?.id
        ? { ...state, who: event.who }
        : { ...START, who: event.who, now: state.now };
    case "devices":
      return { ...state, devices: event.devices, now: event.now };
    case "security":
      return { ...state, security: event.security };
    case "platforms":
      return { ...state, platforms: event.platforms };
    case "keys":
      return { ...state, keys: event.keys };
    case "open":
      return {
        ...state,
        open: event.open,
        wrong: undefined,
        trouble: undefined,
        shown: false,
        fresh: undefined,
        copied: false,
      };
    case "started":
      return { ...state, busy: event.section, trouble: undefined, wrong: undefined };
    case "finished":
      return { ...state, busy: undefined, open: undefined, shown: false, taken: state.taken + 1 };
    case "refused":
      return { ...state, busy: undefined, trouble: { section: event.section, advice: event.advice } };
    case "wrong":
      return { ...state, busy: undefined, wrong: event.wrong };
    case "made":
      return { ...state, busy: undefined, fresh: event.key };
    case "copied":
      return { ...state, copied: true };
    case "tried":
      return { ...state, trials: { ...state.trials, [event.id]: event.trial } };
    case "shown":
      return { ...state, shown: event.shown };
  }
}
