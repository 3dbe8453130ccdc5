/** A network address as people read it: IPv6 in its short form, this very machine in words. */
export function addressWords(address: string): string {
  const short = address.includes(":") ? shortened(address) : address;
  return short === "::1" || short.startsWith("127.") ? "this machine" : short;
}

function shortened(address: string): string {
  const url = `http://[${address}]/`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}
