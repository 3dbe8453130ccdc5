import type { CursorMove, Participant } from "../live/protocol";
import { at, GLIDE_MS, towards, type Glide } from "./glide";

/** After this long without a move it only stands in the way. */
const IDLE_MS = 10_000;

interface Shown {
  readonly element: HTMLElement;
  glide: Glide;
}

export interface CursorPlaces {
  /** Where cursors are put; as large as the deck. */
  readonly host: HTMLElement;
  /** Where the picture is on the page. */
  box(): DOMRectReadOnly | undefined;
  person(participantId: string): Participant | undefined;
}

/**
 * Others' cursors over the picture. It draws by itself, one frame for all, and only while something moves: thirty times a
 * second is too often for the page's state.
 */
export class CursorLayer {
  private readonly shown = new Map<string, Shown>();
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");
  private frame = 0;
  private isOn = true;

  constructor(private readonly places: CursorPlaces) {
    new ResizeObserver(() => this.draw()).observe(places.host);
    setInterval(() => this.tidy(), IDLE_MS / 4);
  }

  switch(on: boolean): void {
    this.isOn = on;
    if (!on) this.clear();
  }

  clear(): void {
    for (const id of [...this.shown.keys()]) this.remove(id);
  }

  move({ participantId, x, y, off }: CursorMove): void {
    if (!this.isOn) return;
    if (off || x === undefined || y === undefined) return this.remove(participantId);
    const known = this.shown.get(participantId);
    const now = performance.now();
    const glide = towards({ x, y }, now, this.calm.matches ? undefined : known?.glide);
    if (known) known.glide = glide;
    else this.shown.set(participantId, { element: this.made(participantId), glide });
    this.draw();
  }

  /** Only for those who are here. */
  keep(participants: readonly Participant[]): void {
    const here = new Set(participants.map(({ participantId }) => participantId));
    for (const id of [...this.shown.keys()]) if (!here.has(id)) this.remove(id);
  }

  private made(participantId: string): HTMLElement {
    const person = this.places.person(participantId);
    const element = document.createElement("div");
    element.className = "cursor";
    element.dataset["participant"] = participantId;
    // The content policy knows no style attributes; setting a property is no attribute.
    if (person?.colour) element.style.setProperty("--tint", person.colour);
    const name = document.createElement("span");
    name.textContent = person?.name ?? "";
    element.append(arrow(), name);
    this.places.host.append(element);
    return element;
  }

  private remove(participantId: string): void {
    this.shown.get(participantId)?.element.remove();
    this.shown.delete(participantId);
  }

  private tidy(): void {
    const now = performance.now();
    for (const [id, { glide }] of this.shown) if (now - glide.since > IDLE_MS) this.remove(id);
  }

  private draw(): void {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      const box = this.places.box();
      if (!box) return;
      const { left, top } = this.places.host.getBoundingClientRect();
      let moving = false;
      for (const { element, glide } of this.shown.values()) {
        const { x, y } = at(glide, now);
        const across = Math.round(box.left - left + x * box.width);
        const down = Math.round(box.top - top + y * box.height);
        element.style.transform = `translate(${across}px, ${down}px)`;
        moving ||= now - glide.since < GLIDE_MS;
      }
      if (moving) this.draw();
    });
  }
}

function arrow(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 20");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M1.500 1.500v14l3.700-3.400 2.600 6 2.700-1.200-2.600-5.800h5z");
  svg.append(path);
  return svg;
}
