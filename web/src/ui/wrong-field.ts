import type { Refusal } from "../api/http";

export interface Wrong {
  readonly field: string;
  readonly text: string;
}

const NAMES: Record<string, string> = {
  username: "The user name",
  email: "The e-mail address",
  password: "The password",
  new_password: "The new password",
  name: "The name",
  instance_url: "The address",
  secret: "The key",
};

/** What is wrong with one field of a form, in words; undefined when the refusal is about something else. */
export function wrongField({ status, code, field, rule, error }: Refusal): Wrong | undefined {
  if (field === undefined || (status !== 422 && code !== "VALIDATION_FAILED")) return undefined;
  return { field, text: wordsFor(field, rule ?? "", error) };
}

function wordsFor(field: string, rule: string, error: string): string {
  const it = NAMES[field] ?? "This";
  switch (rule) {
    case "required":
      return `${it} is missing.`;
    case "common":
      return "This password is among the first that are tried. Take another one, for instance four words.";
    case "like_name":
      return "The password must not be your name or address.";
    default:
      // A sentence of the server's, or a rule in its own words.
      if (/^[A-Z].* /.test(error)) return /[.!?]$/.test(error) ? error : `${error}.`;
      return `${it} does not fit: ${rule || error}.`;
  }
}
