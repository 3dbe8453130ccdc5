import type { Readers } from "./readers";

/** @param position where the event stands, if its namespace keeps an order */
export type Listener<Data> = (data: Data, position: string | undefined) => void;

/** Who listens to what. Events are read before they are told; unknown and broken ones are not told. */
export class Ears<Events> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>();

  constructor(private readonly readers: Readers<Events>) {}

  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return () => all.delete(listener);
  }

  /** @param handled told of its position, if it has one, once all have heard it */
  hear(name: string, [data, at]: readonly unknown[], handled: ((position: string) => void) | undefined): void {
    const position = typeof at === "string" ? at : undefined;
    const event = name as keyof Events;
    const value = Object.hasOwn(this.readers, name) ? this.readers[event](data) : undefined;
    if (value !== undefined) {
      for (const listener of [...(this.listeners.get(event) ?? [])]) listener(value as never, position);
    }
    if (position !== undefined) handled?.(position);
  }
}
