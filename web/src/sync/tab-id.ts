const KEY = "flotilla.tab";

/**
 * The name of this tab, the same after a reload. While the page lives, its name is not in the storage: a browser that
 * duplicates the tab copies the storage, and the copy must get a name of its own.
 */
export function tabId(storage: Storage | undefined, page: EventTarget | undefined): string {
  const id = taken(storage) ?? `tab_${random()}`;
  const keep = () => {
    try {
      storage?.setItem(KEY, id);
    } catch {
      // Then it has another name after a reload.
    }
  };
  page?.addEventListener("pagehide", keep);
  page?.addEventListener("pageshow", (event) => (event as PageTransitionEvent).persisted && taken(storage));
  return id;
}

function taken(storage: Storage | undefined): string | undefined {
  try {
    const id = storage?.getItem(KEY) ?? undefined;
    storage?.removeItem(KEY);
    return id && /^tab_[0-9a-f]{16}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
