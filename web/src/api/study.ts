import { get } from "./http";

interface Totals {
  readonly totals: readonly { readonly key: string; readonly studied: number }[];
}

/** Seconds studied since midnight here, the running session's among them; undefined when nobody can say. */
export async function studiedToday(now = new Date()): Promise<number | undefined> {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const query = new URLSearchParams({ by: "day", from: midnight.toISOString(), zone });
  const answer = await get<Totals>(`/api/study-sessions/totals?${query}`);
  if (!answer.ok) return undefined;
  return answer.value.totals.reduce((sum, { studied }) => sum + studied, 0);
}
