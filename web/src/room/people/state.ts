import type { Participant, Presence } from "../live/protocol";

export interface PeopleState {
  readonly list: readonly Participant[];
  /** All of them, also those that are too many to be listed. */
  readonly total: number;
  /** Also of those who left: what they said keeps their colour. */
  readonly colours: Readonly<Record<string, string>>;
}

export const NOBODY: PeopleState = { list: [], total: 0, colours: {} };

/** These are all that are here. */
export function known({ colours }: PeopleState, list: readonly Participant[], total: number): PeopleState {
  return { list, total, colours: withColours(colours, list) };
}

/** Whoever comes goes to the end, whoever changes keeps the place. */
export function present({ list, colours }: PeopleState, { joined, left, changed, total }: Presence): PeopleState {
  const news = new Map([...joined, ...changed].map((person) => [person.participantId, person]));
  const gone = new Set(left);
  const stayed = list
    .filter(({ participantId }) => !gone.has(participantId) || news.has(participantId))
    .map((person) => news.get(person.participantId) ?? person);
  const there = new Set(stayed.map(({ participantId }) => participantId));
  const came = [...news.values()].filter(({ participantId }) => !there.has(participantId));
  return { list: [...stayed, ...came], total, colours: withColours(colours, came) };
}

export function nameOf({ list }: PeopleState, participantId: string): string {
  return list.find((person) => person.participantId === participantId)?.name ?? "Somebody";
}

function withColours(colours: PeopleState["colours"], people: readonly Participant[]): PeopleState["colours"] {
  const fresh = people.flatMap(({ participantId, colour }) =>
    colour && colours[participantId] !== colour ? [[participantId, colour]] : [],
  );
  return fresh.length === 0 ? colours : { ...colours, ...(Object.fromEntries(fresh) as Record<string, string>) };
}
