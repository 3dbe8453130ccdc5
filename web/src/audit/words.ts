import type { AuditEntry } from "../api/audit";
import { suspicionWords } from "../ui/suspicion";

type Detail = Readonly<Record<string, string>>;

/** Each type of contracts/audit.md as the end of a sentence that begins with who did it. */
export const WORDS: Readonly<Record<string, (detail: Detail) => string>> = {
  registered: () => "created an account",
  "signed-in": ({ method }) => `signed in${by(method)}`,
  "sign-in-failed": ({ reason, method }) => `could not sign in${by(method)}${why(FAILURES, reason)}`,
  "signed-out": () => "signed out",
  "signed-out-everywhere": () => "signed out everywhere",
  "password-changed": () => "changed the password",
  "user-disabled": () => "closed an account",
  "user-enabled": () => "opened an account again",
  "roles-changed": ({ roles }) => `changed roles${roles ? ` to ${roles}` : ""}`,
  "api-key-created": ({ name }) => `made the API key${quoted(name)}`,
  "api-key-removed": ({ name }) => `deleted the API key${quoted(name)}`,
  "token-reused": () => "showed a refresh token that was used before; what hung on it was ended",
  "session-ended": ({ reason }) => `had a session ended${why(ENDS, reason)}`,
  "session-suspicious": ({ why: reasons }) => `did something unusual${reasons ? `: ${suspicions(reasons)}` : ""}`,
  "platform-created": ({ name }) => `added the platform${quoted(name)}`,
  "platform-changed": ({ name }) => `changed the platform${quoted(name)}`,
  "platform-removed": ({ name }) => `removed the platform${quoted(name)}`,
  "platform-switched": ({ name }) => (name ? `switched to the platform${quoted(name)}` : "switched the platform"),
  "vm-created": ({ vm }) => `opened a browser${called(vm)}`,
  "vm-shared": ({ vm }) => `shared a browser${called(vm)}`,
  "vm-unshared": ({ vm }) => `stopped sharing a browser${called(vm)}`,
  "vm-joined": ({ vm, role }) => `joined a browser${called(vm)}${role ? ` as ${role}` : ""}`,
  "vm-left": ({ vm }) => `left a browser${called(vm)}`,
  "vm-ended": ({ vm, reason }) =>
    `ended a browser${called(vm)}${reason && reason !== "requested" ? ` (${reason})` : ""}`,
  "vm-kicked": ({ vm, name }) => `sent ${name || "somebody"} out of a browser${called(vm)}`,
  "vm-banned": ({ vm, name }) => `banned ${name || "somebody"} from a browser${called(vm)}`,
  "vm-unbanned": ({ vm, name }) => `let ${name || "somebody"} come back to a browser${called(vm)}`,
  "vm-role": ({ vm, name, role }) => `made ${name || "somebody"} ${role || "something else"} in a browser${called(vm)}`,
  broadcast: ({ event }) => `said something to many${event && event !== "notice" ? ` (${event})` : ""}`,
  "vm-control": ({ vm, mode }) => `changed who drives a browser${called(vm)}${mode ? ` to ${mode}` : ""}`,
};

const FAILURES: Record<string, string> = {
  wrong: "wrong name or password",
  locked: "too many tries",
  disabled: "the account is closed",
};

const ENDS: Record<string, string> = {
  "signed-out": "signed out",
  "signed-out-everywhere": "signed out everywhere",
  "signed-in": "somebody signed in",
  "password-changed": "the password was changed",
  disabled: "the account was closed",
  "roles-changed": "roles were changed",
  "token-reused": "a used token came again",
  expired: "its time was up",
  displaced: "there were too many",
  "another-browser": "another browser showed its cookie",
  "ended-by-user": "ended from another device",
};

/** "Signed in with a password", "Ada made the API key “ci”". @param self the reader, whose own acts need no name */
export function sentence(entry: AuditEntry, self: string | undefined): string {
  const did = WORDS[entry.type]?.(entry.detail ?? {}) ?? entry.type.replaceAll("-", " ");
  if (entry.actor && entry.actor === self) return did.charAt(0).toUpperCase() + did.slice(1);
  return `${entry.actor_name || (entry.actor ? "A guest" : "Somebody")} ${did}`;
}

export function title(type: string): string {
  const words = type.replaceAll("-", " ").replace(/^vm /, "browser ").replace("api ", "API ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function by(method: string | undefined): string {
  if (!method || method === "password") return "";
  return method.startsWith("oidc:") ? ` by ${method.slice(5)}` : ` by ${method}`;
}

function why(table: Record<string, string>, reason: string | undefined): string {
  return reason ? `: ${table[reason] ?? reason}` : "";
}

function quoted(name: string | undefined): string {
  return name ? ` “${name}”` : "";
}

function called(vm: string | undefined): string {
  return vm ? ` ${vm}` : "";
}

function suspicions(reasons: string): string {
  return reasons
    .split(/[,\s]+/)
    .map(suspicionWords)
    .join(", ");
}
