import type { RoomState } from "./state";

/** What a screen reader says when it changes; short, and without what ticks. */
export function announcement(state: RoomState): string {
  if (state.phase.name === "outside") return "";
  if (state.phase.name === "entering") return "Entering the room";
  const driver = state.people.find((person) => person.participantId === state.driver);
  const people = state.people.length === 1 ? "You are alone here." : `${state.people.length} people are here.`;
  switch (state.player.name) {
    case "connecting":
      return "Connecting to the browser";
    case "reconnecting":
      return "The connection was lost. Reconnecting.";
    case "failed":
      return "";
    case "playing": {
      const who = driver && driver.participantId !== state.self ? ` ${driver.name} is driving.` : "";
      const soon = state.warning ? " It will close soon." : "";
      return `${state.people.length > 0 ? people : "The browser is here."}${who}${soon}`;
    }
  }
}
