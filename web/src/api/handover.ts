import type { Entry } from "./vm";

/** Carries the answer of a create or join over to the room's page, so that it need not ask again. Read once. */
const key = (id: string) => `flotilla.entry.${id}`;

export function handOver(entry: Entry): void {
  try {
    sessionStorage.setItem(key(entry.id), JSON.stringify(entry));
  } catch {
    // The room then joins by itself.
  }
}

export function takeOver(id: string): Entry | undefined {
  try {
    const kept = sessionStorage.getItem(key(id));
    sessionStorage.removeItem(key(id));
    return kept ? (JSON.parse(kept) as Entry) : undefined;
  } catch {
    return undefined;
  }
}
