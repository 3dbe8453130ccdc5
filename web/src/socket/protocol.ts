import type { Read, Refusal } from "./reply";

/** What may be said in a namespace: its events and how to read them, its commands and how to read their answers. */
export interface Protocol<Events, Commands> {
  readonly events: { readonly [Name in keyof Events]: Read<Events[Name]> };
  readonly commands: { readonly [Name in keyof Commands]: Read<Commands[Name]> };
}

/** What is to be done once: the server knows the same act again by its id. */
export interface Command {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 *   idle ──open──▶ joining ──▶ open ──line lost──▶ away ──▶ joining
 *                     └──refused──▶ refused   └──server disconnects──▶ ended
 */
export type NamespaceState =
  | { readonly name: "idle" }
  | { readonly name: "joining" }
  | { readonly name: "open"; readonly sid: string }
  | { readonly name: "away" }
  | { readonly name: "refused"; readonly refusal: Refusal }
  | { readonly name: "ended" };
