import { html, nothing, type TemplateResult } from "lit/html.js";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";
import type { StudySession } from "./protocol";
import { startForm } from "./start-form";
import { clockOf, faceOf, spanOf, stateOf } from "./words";

/** The own timer or the way to start one, what others here run, and how much it was today. */
export function studyPanel(state: RoomState, acts: RoomActs): TemplateResult {
  const { own, shared, line, trouble, today } = state.study;
  const here = shared.filter(({ vmSessionId }) => vmSessionId === state.id);
  return html`
    ${line === "refused"
      ? html`<p class="soft">The study timer does not know you any more. Load the page again to use it.</p>`
      : own
        ? running(own, state, acts)
        : startForm(state, acts)}
    ${trouble ? html`<p class="notice" role="alert">${trouble}</p>` : nothing}
    ${here.length > 0
      ? html`<section aria-labelledby="shared-title">
          <h2 id="shared-title">Others in this room</h2>
          <ul class="timers">
            ${here.map(
              (one) => html`<li>
                <span><strong>${one.subjectId}</strong> <span class="soft">${stateOf(one)}</span></span>
                <span class="face" role="timer">${faceOf(one)}</span>
              </li>`,
            )}
          </ul>
        </section>`
      : nothing}
    ${today === undefined || today < 60 ? nothing : html`<p class="soft today">Today: ${spanOf(today)}</p>`}
  `;
}

function running(session: StudySession, state: RoomState, acts: RoomActs): TemplateResult {
  const paused = session.status === "paused";
  return html`<section class="timer ${paused ? "paused" : ""} ${session.phase ?? ""}" aria-label="Study timer">
    <p class="subject">${session.subjectId}</p>
    <p class="face" role="timer" aria-label="${faceOf(session)}">${faceOf(session)}</p>
    <p class="soft" role="status">
      ${state.study.line === "away" ? "Connection lost; the clock goes on." : stateOf(session)}
    </p>
    ${session.type === "pomodoro" ? html`<p class="soft">${clockOf(session.duration)} in all</p>` : nothing}
    ${state.study.ending ? ending(session, state, acts) : controls(session, paused, acts)}
  </section>`;
}

function controls({ id }: StudySession, paused: boolean, acts: RoomActs): TemplateResult {
  return html`<div class="actions">
    ${paused
      ? html`<button class="primary" @click=${() => acts.timer.resume(id)}>Go on</button>`
      : html`<button @click=${() => acts.timer.pause(id)}>Pause</button>`}
    <button class="quiet" @click=${() => acts.tell({ type: "study", event: { type: "ending", ending: true } })}>End</button>
  </div>`;
}

function ending({ id }: StudySession, state: RoomState, acts: RoomActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.timer.end(id, String(new FormData(event.target as HTMLFormElement).get("notes") ?? ""));
  };
  return html`<form class="stack" @submit=${submit}>
    <label for="notes">What did you get done?</label>
    <textarea id="notes" name="notes" rows="3" maxlength="1300" placeholder="A note for yourself, if you like"></textarea>
    <div class="actions">
      <button class="primary" ?disabled=${state.study.busy}>End it</button>
      <button type="button" class="quiet" @click=${() => acts.tell({ type: "study", event: { type: "ending", ending: false } })}>
        Go on
      </button>
    </div>
  </form>`;
}
