import { change, get, type Answer } from "./http";

/** One's own user sessions: on each device where one is signed in. */
export interface Device {
  readonly session_id: string;
  readonly current: boolean;
  readonly kind?: string;
  readonly created_at: string;
  readonly last_activity: string;
  readonly address?: string;
  readonly user_agent?: string;
  readonly platform?: { readonly name: string } | null;
}

export interface Security {
  readonly created_at?: string;
  readonly last_activity?: string;
  readonly is_suspicious: boolean;
  readonly reasons: readonly string[];
}

export async function devices(): Promise<Answer<readonly Device[]>> {
  const answer = await get<{ sessions: readonly Device[] }>("/api/sessions");
  return answer.ok ? { ok: true, value: answer.value.sessions } : answer;
}

export const endDevice = (id: string) => change<object>("DELETE", `/api/sessions/${encodeURIComponent(id)}`);
export const security = () => get<Security>("/api/session/security");
