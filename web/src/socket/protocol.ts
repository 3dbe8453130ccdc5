import type { Read } from "./reply";

/** What may be said in a namespace: its events and how to read them, its commands and how to read their answers. */
export interface Protocol<Events, Commands> {
  readonly events: { readonly [Name in keyof Events]: Read<Events[Name]> };
  readonly commands: { readonly [Name in keyof Commands]: Read<Commands[Name]> };
}
