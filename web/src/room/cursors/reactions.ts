const MOST = 24;
const CALM_MS = 2_500;

/** A reaction that rises over the picture, with the name of who sent it. */
export function floatReaction(host: HTMLElement, emoji: string, name: string, place: number): void {
  if (host.childElementCount >= MOST) host.firstElementChild?.remove();
  const element = document.createElement("div");
  element.className = "reaction";
  // Beside each other, or many at once would be one.
  element.style.setProperty("--across", `${10 + (place % 8) * 10}%`);
  const face = document.createElement("b");
  face.textContent = emoji;
  const who = document.createElement("span");
  who.textContent = name;
  element.append(face, who);
  host.append(element);
  // Where nothing moves no animation ends.
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) setTimeout(() => element.remove(), CALM_MS);
  else element.addEventListener("animationend", () => element.remove());
}
