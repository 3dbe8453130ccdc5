import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Quality } from "../player/player";

/** Four bars for the line, by its round trip: what a person feels when they click. */
export function barsFor(rttMs: number): number {
  if (rttMs < 60) return 4;
  if (rttMs < 120) return 3;
  return rttMs < 250 ? 2 : 1;
}

export function qualityMeter(quality: Quality | undefined): TemplateResult | typeof nothing {
  if (quality?.rttMs === undefined) return nothing;
  const { fps, megabits, rttMs } = quality;
  const words = `Round trip ${rttMs} ms, ${fps} pictures a second, ${megabits} Mbit/s`;
  return html`<span class="quality wide-only" role="img" aria-label=${words} title=${words} data-bars=${barsFor(rttMs)}>
    <i></i><i></i><i></i><i></i><span class="numbers">${rttMs} ms · ${fps} fps</span>
  </span>`;
}
