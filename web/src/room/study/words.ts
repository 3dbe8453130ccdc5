import type { StudySession } from "./protocol";

export const PHASE_WORDS = { focus: "Focus", break: "Break", "long-break": "Long break" } as const;

/** "4:05", "1:04:05". */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** "1 h 20 min", "12 min", "less than a minute". */
export function spanOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What the big clock shows: what is left where there is an end, else how long it has run. */
export function faceOf({ remaining, duration }: Pick<StudySession, "remaining" | "duration">): string {
  return clockOf(remaining ?? duration);
}

export function stateOf({ status, pauseReason, type, phase, round }: StudySession): string {
  if (status === "paused") return pauseReason === "disconnected" ? "Paused while you were away" : "Paused";
  if (type === "pomodoro" && phase) return `${PHASE_WORDS[phase]}${round ? `, round ${round}` : ""}`;
  return "Running";
}
