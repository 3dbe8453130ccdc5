import type { RoomState } from "../state";

/** Who drives: whoever holds control, or, where everybody may act, whoever acted last. */
export function driverOf({ control, driver }: Pick<RoomState, "control" | "driver">): string | undefined {
  return control && control.mode !== "free" ? (control.holder ?? undefined) : driver;
}
