import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { ref } from "lit/directives/ref.js";
import { icon } from "../../ui/icons";
import { REACTIONS, type Message } from "../live/protocol";
import { avatar } from "../people/faces";
import type { RoomState } from "../state";
import type { RoomActs } from "../view";
import { composer } from "./composer";
import { pieces } from "./links";
import { stickToEnd } from "./scroll";
import type { Unsent } from "./state";

/** Within this time somebody's messages stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/** What was said, what is being said, and a place to say something. */
export function chatPanel(state: RoomState, acts: RoomActs): TemplateResult {
  const { messages, unsent, before, loading, unavailable } = state.chat;
  const empty = messages.length === 0 && unsent.length === 0;
  return html`
    <div class="chat-log" role="log" aria-label="Chat" tabindex="0" ${ref(stickToEnd)}>
      ${before !== undefined || unavailable
        ? html`<button class="quiet older" ?disabled=${loading} @click=${() => acts.live.older()}>
            ${unavailable ? "Show what was said before" : "Show older messages"}
          </button>`
        : nothing}
      ${empty ? html`<p class="soft nothing-yet">Nothing was said yet. Everybody in the room can read along.</p>` : nothing}
      <ol>
        ${repeat(
          messages,
          ({ id }) => id,
          (message, place) => said(message, messages[place - 1], state, acts),
        )}
        ${repeat(
          unsent,
          ({ id }) => id,
          (one) => waiting(one, acts),
        )}
      </ol>
    </div>
    <div class="reactions" role="group" aria-label="React">
      ${REACTIONS.map(
        (emoji) =>
          html`<button class="ghost" aria-label="React with ${emoji}" @click=${() => acts.live.react(emoji)}>${emoji}</button>`,
      )}
    </div>
    ${composer(state, acts)}
  `;
}

function said(message: Message, before: Message | undefined, state: RoomState, acts: RoomActs): TemplateResult {
  const { participantId, name, at, id, deleted } = message;
  const own = participantId === state.self;
  const together = before?.participantId === participantId && at - before.at < TOGETHER_MS;
  const time = new Date(at);
  return html`<li class="said ${own ? "own" : ""} ${together ? "together" : ""}">
    ${together ? nothing : avatar(message, state.people.colours[participantId])}
    <div>
      ${together
        ? nothing
        : html`<p class="by">
            <strong>${own ? "You" : name}</strong>
            <time datetime=${time.toISOString()}>${time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}</time>
          </p>`}
      ${deleted ? html`<p class="text soft">This message was deleted.</p>` : html`<p class="text">${words(message.text ?? "")}</p>`}
    </div>
    ${!deleted && (own || state.role === "owner")
      ? html`<button class="ghost unsay" title="Delete" aria-label="Delete this message" @click=${() => acts.live.unsay(id)}>
          ${icon("close")}
        </button>`
      : nothing}
  </li>`;
}

function waiting({ id, text, trouble }: Unsent, acts: RoomActs): TemplateResult {
  return html`<li class="said own unsent">
    <div>
      <p class="text">${words(text)}</p>
      ${trouble
        ? html`<p class="by trouble-line" role="alert">
            <span>Not sent. ${trouble}</span>
            <button class="link" @click=${() => acts.live.say(text, id)}>Try again</button>
            <button class="link" @click=${() => acts.live.drop(id)}>Throw away</button>
          </p>`
        : html`<p class="by"><span class="spinner" aria-hidden="true"></span> Sending …</p>`}
    </div>
  </li>`;
}

/** Text stays text; addresses can be opened, and learn nothing of where they stood. */
function words(text: string): readonly (TemplateResult | string)[] {
  return pieces(text).map(({ text: piece, href }) =>
    href ? html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${piece}</a>` : piece,
  );
}
