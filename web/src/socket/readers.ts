import type { Read } from "./reply";

/** What comes over a line may be anything; these say what it is, or that it is not. */
export type Readers<Fields> = { readonly [Name in keyof Fields]: Read<Fields[Name]> };

export const text: Read<string> = (data) => (typeof data === "string" ? data : undefined);
export const flag: Read<boolean> = (data) => (typeof data === "boolean" ? data : undefined);
export const number: Read<number> = (data) => (typeof data === "number" && Number.isFinite(data) ? data : undefined);

export function oneOf<Word extends string>(...words: readonly Word[]): Read<Word> {
  return (data) => words.find((word) => word === data);
}

export function nullable<Value>(read: Read<Value>): Read<Value | null> {
  return (data) => (data === null ? null : read(data));
}

/** What cannot be read is left out: one odd item spoils no list. */
export function list<Value>(read: Read<Value>): Read<readonly Value[]> {
  return (data) => {
    if (!Array.isArray(data)) return undefined;
    return data.map(read).filter((item): item is Value & ({} | null) => item !== undefined);
  };
}

/** @param maybe fields that may be missing; broken ones count as missing */
export function object<Needed, Maybe = object>(
  needed: Readers<Needed>,
  maybe: Readers<Maybe> = {} as Readers<Maybe>,
): Read<Needed & Partial<Maybe>> {
  const all = Object.entries<Read<unknown>>({ ...needed, ...maybe });
  return (data) => {
    if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [name, reader] of all) {
      const value = Object.hasOwn(data, name) ? reader((data as Record<string, unknown>)[name]) : undefined;
      if (value !== undefined) read[name] = value;
      else if (Object.hasOwn(needed as object, name)) return undefined;
    }
    return read as Needed & Partial<Maybe>;
  };
}
