import type { GatewayMessage } from "./messages";

type Cursor = Extract<GatewayMessage, { type: "cursor" }>;

const WORDS = new Set(
  (
    "auto default none context-menu help pointer progress wait cell crosshair text vertical-text alias copy move " +
    "no-drop not-allowed grab grabbing e-resize n-resize ne-resize nw-resize s-resize se-resize sw-resize w-resize " +
    "ew-resize ns-resize nesw-resize nwse-resize col-resize row-resize all-scroll zoom-in zoom-out"
  ).split(" "),
);

/** The CSS value that shows the VM's pointer shape; whatever is not clearly one becomes the usual arrow. */
export function cursorCss({ css, image, hotX = 0, hotY = 0 }: Cursor): string {
  if (css !== undefined && WORDS.has(css)) return css;
  if (image !== undefined && /^data:image\/(png|webp);base64,[A-Za-z0-9+/=]+$/.test(image)) {
    return `url("${image}") ${Math.max(0, Math.round(hotX))} ${Math.max(0, Math.round(hotY))}, default`;
  }
  return "default";
}
