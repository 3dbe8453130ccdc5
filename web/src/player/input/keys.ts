/** What a key press means to the player: pure, so that layouts can be tested without a keyboard. */

export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altGraph: boolean;
  readonly composing: boolean;
}

export type Meaning =
  /** The person's own browser or system wants this one. */
  | { readonly to: "browser" }
  /** The text field gets it: an input method, a dead key, a paste. */
  | { readonly to: "field" }
  /** Leave the picture: the keyboard goes back to the page. */
  | { readonly to: "leave" }
  | { readonly to: "vm"; readonly code: string; readonly key: string; readonly modifiers: number };

const FOR_BROWSER = new Set(["F11", "F12", "BrowserBack", "BrowserForward", "BrowserRefresh", "PrintScreen"]);
const MAC_KEPT = new Set(["Tab", " ", "q", "h", "m", "`", "Q", "H", "M"]);

/** @param vmHasClipboard the last copy was made inside the VM, so a paste is the VM's own business */
export function meaningOf(press: KeyPress, mac: boolean, vmHasClipboard: boolean): Meaning {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = press;
  if (press.composing || key === "Process" || key === "Dead" || key === "Unidentified") return { to: "field" };
  if (ctrlKey && altKey && shiftKey && !press.altGraph) return { to: "leave" };
  if (isForBrowser(press, mac)) return { to: "browser" };
  const command = mac ? metaKey : ctrlKey;
  if (command && !altKey && key.toLowerCase() === "v" && !vmHasClipboard) return { to: "field" };
  // Command does on a Mac what Control does in the VM.
  const swapped = mac && code.startsWith("Meta");
  return {
    to: "vm",
    code: swapped ? "ControlLeft" : code,
    key: swapped ? "Control" : key,
    modifiers: modifiersOf(press, mac),
  };
}

/** alt 1, ctrl 2, meta 4, shift 8. AltGr is part of the character, not a modifier: some systems call it Ctrl+Alt. */
export function modifiersOf(press: KeyPress, mac: boolean): number {
  const written = press.altGraph || (mac && press.altKey && press.key.length === 1 && !press.metaKey && !press.ctrlKey);
  const ctrl = press.ctrlKey || (mac && press.metaKey);
  const meta = press.metaKey && !mac;
  return (
    (press.altKey && !written ? 1 : 0) | (ctrl && !press.altGraph ? 2 : 0) | (meta ? 4 : 0) | (press.shiftKey ? 8 : 0)
  );
}

/** Copying inside the VM makes its clipboard the newer one. */
export function copiesInVm(press: KeyPress, mac: boolean): boolean {
  return (mac ? press.metaKey : press.ctrlKey) && ["c", "x", "insert"].includes(press.key.toLowerCase());
}

function isForBrowser({ key, ctrlKey, altKey, metaKey, shiftKey }: KeyPress, mac: boolean): boolean {
  if (FOR_BROWSER.has(key)) return true;
  if (ctrlKey && (key === "Tab" || key === "PageUp" || key === "PageDown")) return true;
  if (altKey && (key === "Tab" || key === "F4")) return true;
  if (mac && metaKey && MAC_KEPT.has(key)) return true;
  if (!mac && metaKey) return true;
  // Developer tools.
  return (mac ? metaKey && altKey : ctrlKey && shiftKey) && ["i", "j"].includes(key.toLowerCase());
}
