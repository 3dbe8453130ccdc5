import { html, type TemplateResult } from "lit/html.js";
import { icon } from "../../ui/icons";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";

const LONGEST = 2_000;

/** Enter sends, Shift+Enter begins a line. What is typed stays in the field until it is sent. */
export function composer(state: RoomState, acts: RoomActs): TemplateResult {
  const send = (form: HTMLFormElement) => {
    const field = form.elements.namedItem("text") as HTMLTextAreaElement;
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    acts.live.say(text);
  };
  const pressed = (event: KeyboardEvent) => {
    // While an input method composes, Enter is its own.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send((event.currentTarget as HTMLTextAreaElement).form!);
  };
  return html`<form
    class="composer"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      send(event.currentTarget as HTMLFormElement);
    }}
  >
    <label class="visually-hidden" for="say">Message to everybody here</label>
    <textarea
      id="say"
      name="text"
      rows="1"
      maxlength=${LONGEST}
      placeholder=${state.stay === "inside" ? "Say something" : "Goes out once you are back"}
      @keydown=${pressed}
    ></textarea>
    <button class="primary" aria-label="Send">${icon("arrow")}</button>
  </form>`;
}
