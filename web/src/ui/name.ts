const KEY = "flotilla.name";
const LONGEST = 40;

/** How this person wants to be called; empty when they have not said. */
export function savedName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export function saveName(name: string): string {
  const clean = name.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST);
  try {
    if (clean) localStorage.setItem(KEY, clean);
    else localStorage.removeItem(KEY);
  } catch {
    // Private windows may keep nothing; the name then lasts as long as the page.
  }
  return clean;
}
