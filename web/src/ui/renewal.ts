import { get, type Refusal } from "../api/http";
import { adviceFor } from "../api/refusals";
import { join, one, type Entry } from "../api/vm";
import { accessFrom, type Renewal } from "../player/player";
import { DOUBT_MS } from "../sync/knowledge";
import { savedName } from "./name";

const LOOKS = 4;

/**
 * Joining again costs nothing and yields a new token, or says why there is none.
 *
 * @param anew whether somebody without a user session gets a guest's; else that is for them to decide
 */
export async function renewByJoining(sessionId: string, anew: boolean): Promise<Renewal> {
  if (!anew) {
    const session = await hasSession(LOOKS);
    if (session === undefined) return { outcome: "away" };
    if (!session) return { outcome: "refused", failure: "session-over", detail: "" };
  }
  const answer = await join(sessionId, savedName());
  if (answer.ok) {
    const access = accessFrom((answer.value satisfies Entry).url);
    return access ? { outcome: "renewed", access } : { outcome: "away" };
  }
  if (answer.status === 404) return { outcome: "refused", failure: "ended", detail: await endOf(sessionId, answer) };
  if (answer.status === 401) return { outcome: "refused", failure: "session-over", detail: "" };
  if (answer.status === 403) {
    const { title, text } = adviceFor("join", answer);
    return { outcome: "refused", failure: "renewal-refused", detail: `${title}. ${text}` };
  }
  return { outcome: "away" };
}

/** Undefined when no answer came. Asked again: while this browser signs in, the old session is over before the new one is here. */
async function hasSession(looks: number): Promise<boolean | undefined> {
  const info = await get<{ session?: object | null }>("/api/session/info");
  const has = info.ok ? info.value.session != null : info.status === 401 ? false : undefined;
  if (has !== false || looks <= 1) return has;
  await later(DOUBT_MS);
  return hasSession(looks - 1);
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Why a session that cannot be joined is over, if the server remembers; empty when it does not. */
export async function endOf(sessionId: string, refusal: Refusal): Promise<string> {
  if (refusal.status !== 404) return "";
  const answer = await one(sessionId);
  return answer.ok && answer.value.state === "ended" ? (answer.value.endReason ?? "") : "";
}
