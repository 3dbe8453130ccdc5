/** A piece of what somebody wrote: words, or an address that can be opened. */
export type Piece = { readonly text: string; readonly href?: string };

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+/giu;
/** What follows an address in a sentence and belongs to the sentence. */
const TAIL = /(?:[.,;:!?'’]|\)(?![^(]*\())+$/u;

export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: address, href: new URL(address).href });
    end = match.index + address.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

function trimmed(address: string): string {
  const open = address.split("(").length;
  const closed = address.split(")").length;
  const tail = TAIL.exec(address)?.[0] ?? "";
  // A bracket that was opened in the address is part of it.
  const kept = closed > open || !tail.includes(")") ? tail : tail.slice(tail.lastIndexOf(")") + 1);
  return kept ? address.slice(0, -kept.length) : address;
}
