/** Where to go after signing in: a path of this site and nothing else, whatever a link says. */
export function safeReturn(wanted: string | null, origin: string): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\u0000-\u001f\\]/.test(wanted) || !URL.canParse(wanted, origin))
    return "/";
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname === "/sign-in") return "/";
  return url.pathname + url.search + url.hash;
}

/** The way to the sign-in page and back to where one is. */
export function signInHref(mode: "sign-in" | "create" = "sign-in"): string {
  const query = new URLSearchParams({
    ...(mode === "create" ? { mode } : {}),
    return_to: location.pathname + location.search,
  });
  return `/sign-in?${query}`;
}
