import { html, type TemplateResult } from "lit/html.js";
import type { RoomActs } from "../view";
import type { Standing, Step } from "./decide";

const WORDS: Readonly<Record<Step, string>> = {
  request: "Ask to drive",
  withdraw: "Wait no longer",
  take: "Take the wheel",
  release: "Let go",
};

/** A button for each thing that can be done. */
export function steps({ steps: all }: Standing, acts: RoomActs): readonly TemplateResult[] {
  return all.map(
    (step, place) =>
      html`<button class=${place === 0 && step !== "withdraw" ? "primary" : "quiet"} @click=${() => acts.live.control(step)}>
        ${WORDS[step]}
      </button>`,
  );
}
