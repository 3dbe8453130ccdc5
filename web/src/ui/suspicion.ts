const WORDS: Record<string, string> = {
  "many-switches-in-minutes": "the platform was switched many times in a few minutes",
  "many-switches-a-day": "the platform was switched many times in a day",
  "many-sessions-a-day": "there were many sign-ins in a day",
};

/** Why a session looks suspicious, as part of a sentence. */
export function suspicionWords(reason: string): string {
  return WORDS[reason] ?? reason.replaceAll("-", " ");
}
