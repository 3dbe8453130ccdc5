/** What a person types as an address: a URL, a host, or words to search for. Undefined when it is empty. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (!text) return undefined;
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) ? text : undefined;
  // What has no name of the public kind has no certificate either.
  const bare = /^(localhost|\d+(\.\d+){3})(:\d+)?([/?#]|$)/i.test(text);
  const named = /^[^\s/?#]+\.[^\s/?#.:\d]{2,}(:\d+)?([/?#]|$)/.test(text);
  const address = `${bare ? "http" : "https"}://${text}`;
  if ((bare || named) && URL.canParse(address)) return address;
  return `https://duckduckgo.com/?q=${encodeURIComponent(text)}`;
}
