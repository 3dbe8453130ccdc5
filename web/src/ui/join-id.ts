/** Session ids as people paste them: bare, or within any link to a room. Undefined when there is none. */
export function sessionIdIn(pasted: string): string | undefined {
  const text = pasted.trim();
  const room = /\/room\/([^/?#\s]+)/.exec(text)?.[1];
  const id = room === undefined ? text : decode(room);
  return id && id.length <= 255 && /^[A-Za-z0-9._~-]+$/.test(id) ? id : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
