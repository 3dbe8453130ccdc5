/** How people look: initials and a colour of their own that is the same on every screen. */

/** As many as styles/people.css has. */
export const HUES = 12;

export function hueOf(participantId: string): number {
  let hash = 2166136261;
  for (const letter of participantId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % HUES;
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s._-]+/).filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
