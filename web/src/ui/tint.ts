import { ref } from "lit/directives/ref.js";

/** Somebody's own colour for the stylesheet. A style attribute would need a weaker content policy; a property is none. */
export function tint(colour: string | undefined) {
  return ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    if (colour) element.style.setProperty("--tint", colour);
    else element.style.removeProperty("--tint");
  });
}
