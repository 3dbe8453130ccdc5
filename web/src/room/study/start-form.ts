import { html, type TemplateResult } from "lit/html.js";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";

const FOCUS_MINUTES = 25;

/** What to study, by which clock, and whether the others here see it. */
export function startForm(state: RoomState, acts: RoomActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const subjectId = String(form.get("subject") ?? "").trim();
    const minutes = Number(form.get("minutes"));
    if (!subjectId) return;
    acts.timer.start({
      subjectId,
      type: form.get("type") === "free" ? "free" : "pomodoro",
      ...(minutes > 0 ? { durationSeconds: Math.round(minutes * 60) } : {}),
      ...(form.get("together") ? { vmSessionId: state.id } : {}),
    });
  };
  return html`<form class="stack start" @submit=${submit}>
    <div class="field">
      <label for="subject">What are you studying?</label>
      <input id="subject" name="subject" required maxlength="128" autocomplete="off" placeholder="Algebra" />
    </div>
    <fieldset class="choice">
      <legend class="visually-hidden">Clock</legend>
      <label
        ><input type="radio" name="type" value="pomodoro" checked /><span
          ><strong>Pomodoro</strong><span class="soft">Focus and breaks in turn</span></span
        ></label
      >
      <label
        ><input type="radio" name="type" value="free" /><span
          ><strong>Free</strong><span class="soft">Runs until you stop it</span></span
        ></label
      >
    </fieldset>
    <div class="field">
      <label for="minutes">Minutes</label>
      <input id="minutes" name="minutes" type="number" inputmode="numeric" min="1" max="1440" aria-describedby="minutes-note" />
      <span id="minutes-note" class="field-note">Left empty: ${FOCUS_MINUTES} for a pomodoro, no end for a free clock.</span>
    </div>
    <label class="switch">
      <input type="checkbox" role="switch" name="together" />
      <span class="track" aria-hidden="true"></span>
      <span><strong>Together</strong><span class="soft">Everybody in this room sees the clock.</span></span>
    </label>
    <button class="primary" ?disabled=${state.study.busy}>Start</button>
  </form>`;
}
