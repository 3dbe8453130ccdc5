const SHOWN_MS = 6_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A line at the foot of the page that goes by itself; read out politely. */
export function toast(text: string): void {
  const host = document.querySelector<HTMLElement>("#toast");
  if (!host) return;
  clearTimeout(timer);
  host.textContent = text;
  timer = setTimeout(() => (host.textContent = ""), SHOWN_MS);
}
