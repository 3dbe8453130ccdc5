import type { Refusal } from "../api/http";
import { adviceFor, type Advice } from "../api/refusals";

type Words = Pick<Advice, "title" | "text">;

/** What came back from another site's sign-in, by its code in the address. */
const FAILED: Record<string, Words> = {
  denied: {
    title: "You did not sign in",
    text: "The other site says that it was called off. Try again, or sign in another way.",
  },
  expired: { title: "That took too long", text: "Please begin again, in the same browser." },
  refused: { title: "You can't sign in", text: "This account is closed. Ask whoever runs this server." },
  "provider-away": { title: "The other site does not answer", text: "Try again in a moment, or sign in another way." },
};

export function failedWords(code: string): Words {
  return FAILED[code] ?? { title: "Signing in did not work", text: "Try again, or sign in another way." };
}

/** Why signing in or creating an account was refused. */
export function refusalWords(refusal: Refusal): Words {
  switch (refusal.code) {
    case "INVALID_CREDENTIALS":
      return { title: "That is not right", text: "The name or the password is wrong. Mind capital letters." };
    case "ACCOUNT_EXISTS":
      return {
        title: "That name or address is taken",
        text: "If it is yours, sign in instead. If not, take another one.",
      };
    default:
      if (refusal.status === 404) {
        return {
          title: "Passwords are switched off here",
          text: "Sign in another way, or ask whoever runs this server.",
        };
      }
      if (refusal.status >= 500) {
        return {
          title: "Nobody can sign in right now",
          text: "The server is busy or a part of it is away. Try again in a moment.",
        };
      }
      return adviceFor("act", refusal);
  }
}
