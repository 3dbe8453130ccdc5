import { html, svg, type TemplateResult } from "lit/html.js";

/** Line icons on a 24 grid; decoration only, so hidden from screen readers. */
const PATHS = {
  arrow: svg`<path d="M5 12h13M13 6l6 6-6 6"/>`,
  bars: svg`<path d="M5 19v-4M10 19v-7M15 19V9M20 19V5"/>`,
  chat: svg`<path d="M4.500 5.500h15v10.500h-8.500l-4 3.500v-3.500h-2.500zM8.500 9.500h7M8.500 12.500h4.500"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.500 5.500v-1h-10a1 1 0 0 0-1 1v10h1"/>`,
  eye: svg`<path d="M3 12c2.400-4 5.400-6 9-6s6.600 2 9 6c-2.400 4-5.400 6-9 6s-6.600-2-9-6z"/><circle cx="12" cy="12" r="2.600"/>`,
  "eye-off": svg`<path d="M3 12c2.400-4 5.400-6 9-6s6.600 2 9 6c-2.400 4-5.400 6-9 6s-6.600-2-9-6z"/><path d="M5 19 19 5"/>`,
  fit: svg`<rect x="3.500" y="5.500" width="17" height="13" rx="2"/><path d="M8 14.500v-2.500m0 2.500h2.500M16 9.500v2.500m0-2.500h-2.500"/>`,
  down: svg`<path d="m7 10 5 5 5-5"/>`,
  full: svg`<path d="M4.500 9V4.500H9M15 4.500h4.500V9M19.500 15v4.500H15M9 19.500H4.500V15"/>`,
  keyboard: svg`<rect x="3" y="6.500" width="18" height="11" rx="2"/><path d="M7 10.500h.01M11 10.500h.01M15 10.500h.01M17.500 10.500h.01M8 14h8"/>`,
  leave: svg`<path d="M13.500 5H6.500v14h7M10.500 12h10M17 8.500l3.500 3.500-3.500 3.500"/>`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01"/>`,
  muted: svg`<path d="M4.500 9.500v5h3l4 3.500V6l-4 3.500zM15.500 10l4.500 4.500M20 10l-4.500 4.500"/>`,
  people: svg`<circle cx="9" cy="9" r="3"/><path d="M3.500 18.500c.5-3 2.600-4.500 5.500-4.500s5 1.500 5.500 4.500M15.500 6.300a3 3 0 0 1 0 5.400M17 14.500c2 .6 3.200 2 3.500 4"/>`,
  person: svg`<circle cx="12" cy="8.500" r="3.500"/><path d="M5 19.500c.7-3.700 3.300-5.500 7-5.500s6.300 1.800 7 5.500"/>`,
  share: svg`<path d="M12 14.500V4.500M8 8l4-4 4 4M5.500 12.500v6h13v-6"/>`,
  sound: svg`<path d="M4.500 9.500v5h3l4 3.500V6l-4 3.500zM15 9.500c1.400 1.500 1.400 3.500 0 5M17.500 7c2.800 2.800 2.800 7.200 0 10"/>`,
  timer: svg`<circle cx="12" cy="13.500" r="7"/><path d="M12 10v3.500l2 1.500M9.500 3h5M12 3v3.500"/>`,
  wheel: svg`<circle cx="12" cy="12" r="6"/><circle cx="12" cy="12" r="1.800"/><path d="M12 3v7M12 14v7M3 12h7M14 12h7"/>`,
} as const;

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}
