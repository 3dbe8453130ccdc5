import { get, type Refusal } from "../api/http";
import { adviceFor } from "../api/refusals";
import { join, one, type Entry } from "../api/vm";
import { accessFrom, type Renewal } from "../player/player";
import { savedName } from "./name";

/**
 * Joining again costs nothing and yields a new token, or says why there is none.
 *
 * @param anew whether somebody without a user session gets a guest's; else that is for them to decide
 */
export async function renewByJoining(sessionId: string, anew: boolean): Promise<Renewal> {
  if (!anew) {
    const info = await get<{ session?: object | null }>("/api/session/info");
    if (!info.ok && info.status !== 401) return { outcome: "away" };
    if (!info.ok || info.value.session === null) return { outcome: "refused", failure: "session-over", detail: "" };
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

/** Why a session that cannot be joined is over, if the server remembers; empty when it does not. */
export async function endOf(sessionId: string, refusal: Refusal): Promise<string> {
  if (refusal.status !== 404) return "";
  const answer = await one(sessionId);
  return answer.ok && answer.value.state === "ended" ? (answer.value.endReason ?? "") : "";
}
