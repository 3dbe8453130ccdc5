import { html, type TemplateResult } from "lit/html.js";
import { field, type Field } from "./field";
import { icon } from "./icons";

/** A password with a button that shows it. */
export function passwordField(
  of: Omit<Field, "type" | "beside">,
  shown: boolean,
  show: (shown: boolean) => void,
): TemplateResult {
  return field({
    ...of,
    type: shown ? "text" : "password",
    beside: html`<button
      type="button"
      class="ghost"
      aria-label="Show the password"
      aria-pressed=${shown}
      title=${shown ? "Hide the password" : "Show the password"}
      @click=${() => show(!shown)}
    >
      ${icon(shown ? "eye-off" : "eye")}
    </button>`,
  });
}
