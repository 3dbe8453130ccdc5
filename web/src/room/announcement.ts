import { unread } from "./chat/state";
import { driverOf } from "./control/driver";
import type { RoomState } from "./state";

/** What a screen reader says when it changes; short, and without what ticks. */
export function announcement(state: RoomState): string {
  if (state.phase.name === "outside") return "";
  if (state.phase.name === "entering") return "Entering the room";
  const { list, total } = state.people;
  const drives = driverOf(state);
  const driver = list.find(({ participantId }) => participantId === drives);
  const people = total === 1 ? "You are alone here." : `${total} people are here.`;
  switch (state.player.name) {
    case "connecting":
      return "Connecting to the browser";
    case "reconnecting":
      return "The connection was lost. Reconnecting.";
    case "failed":
      return "";
    case "playing": {
      const held = state.control && state.control.mode !== "free" && drives === state.self ? " You drive." : "";
      const who = driver && driver.participantId !== state.self ? ` ${driver.name} is driving.` : held;
      const soon = state.warning ? " It will close soon." : "";
      const news = state.side === "chat" ? 0 : unread(state.chat, state.self);
      const said = news === 0 ? "" : news === 1 ? " One new message." : ` ${news} new messages.`;
      return `${list.length > 0 ? people : "The browser is here."}${who}${said}${soon}`;
    }
  }
}
