/**
 * Copies a text. Where the clipboard is closed to pages (plain HTTP), the old command is tried; where that fails too the
 * field is left selected, so that the person copies with one key. Tells which of it happened.
 */
export async function copyFrom(field: HTMLInputElement): Promise<"copied" | "selected"> {
  if (navigator.clipboard && isSecureContext) {
    try {
      await navigator.clipboard.writeText(field.value);
      return "copied";
    } catch {
      // Refused by a permission; the old way may still work.
    }
  }
  field.focus();
  field.select();
  return document.execCommand("copy") ? "copied" : "selected";
}
