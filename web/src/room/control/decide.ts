import type { Control, Mode, Role } from "../live/protocol";

/** What a person can do about control now. */
export type Step = "request" | "withdraw" | "take" | "release";

/** Where somebody stands: what holds for them, and the one or two things they can do about it. */
export interface Standing {
  /** Whom the mode lets act. */
  readonly drives: "everybody" | "nobody" | "you" | "other";
  /** 1 for whoever is next; 0 for whoever does not wait. */
  readonly place: number;
  readonly steps: readonly Step[];
}

export const MODE_WORDS: Readonly<Record<Mode, { readonly name: string; readonly text: string }>> = {
  free: { name: "Everybody", text: "Whoever may type and click can do so at any time." },
  single: { name: "One at a time", text: "One person drives until they hand over or somebody takes over." },
  queued: { name: "By turns", text: "Those who wait follow each other, each for the same time." },
  supervised: { name: "The owner decides", text: "The owner says who drives; nobody does while the owner is away." },
};

/** The same rules as the server's, for the buttons; the server decides. */
export function standing(control: Control, role: Role, self: string | undefined): Standing {
  const { mode, holder, queue } = control;
  const place = self === undefined ? 0 : queue.indexOf(self) + 1;
  const holds = holder !== null && holder === self;
  // A grant lets one viewer act besides the others, and takes nothing from them.
  const drives = holds ? "you" : mode === "free" ? "everybody" : holder !== null ? "other" : "nobody";
  return { drives, place, steps: stepsOf(mode, role, holds, holder !== null, place > 0) };
}

function stepsOf(mode: Mode, role: Role, holds: boolean, held: boolean, waits: boolean): readonly Step[] {
  if (holds) return ["release"];
  if (waits) return role === "owner" ? ["take", "withdraw"] : ["withdraw"];
  if (mode === "free") return role === "viewer" ? ["request"] : role === "owner" && held ? ["take"] : [];
  if (role === "owner") return mode === "queued" && held ? ["take", "request"] : ["take"];
  if (role === "controller" && mode === "single" && held) return ["take", "request"];
  return ["request"];
}
