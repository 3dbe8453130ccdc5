import { change, get, type Answer } from "./http";

/** Shared browsers by REST: the routes of session-service. */

export type Role = "owner" | "controller" | "viewer";

export interface Entry {
  readonly id: string;
  /** Where the picture is, with this participant's token. */
  readonly url: string;
  /** Epoch ms; missing while the VM is not live. */
  readonly expiresAt?: number | null;
  readonly role: Role;
  readonly participantId: string;
  readonly vmId: string;
  readonly isShared?: boolean;
}

export interface Session {
  readonly id: string;
  readonly state: string;
  readonly role?: Role;
  readonly isShared?: boolean;
  readonly createdAt?: number;
  readonly expiresAt?: number | null;
  readonly endReason?: string;
  readonly participantCount?: number;
  readonly participants?: readonly { readonly name?: string; readonly role?: Role }[];
}

export interface Wish {
  readonly start_url?: string;
  readonly name?: string;
  readonly width?: number;
  readonly height?: number;
}

/** @param key the same for each retry of one wish, so that a lost answer never opens a second browser */
export function create(wish: Wish, key: string): Promise<Answer<Entry>> {
  return change("POST", "/api/vm", wish, { "Idempotency-Key": key });
}

export function join(sessionId: string, name: string): Promise<Answer<Entry>> {
  return change("POST", "/api/vm/join", { sessionId, ...(name ? { name } : {}) });
}

export async function mine(): Promise<Answer<readonly Session[]>> {
  const answer = await get<{ sessions: readonly Session[] }>("/api/vm");
  return answer.ok ? { ok: true, value: answer.value.sessions } : answer;
}

export function one(sessionId: string): Promise<Answer<Session>> {
  return get(`/api/vm/${encodeURIComponent(sessionId)}`);
}

export const share = (sessionId: string) => act("POST", "/api/vm/share", sessionId);
export const unshare = (sessionId: string) => act("POST", "/api/vm/unshare", sessionId);
export const leave = (sessionId: string) => act("POST", "/api/vm/leave", sessionId);
export const end = (sessionId: string) => act("DELETE", "/api/vm", sessionId);
/** Tells that somebody is still here. */
export const ping = (sessionId: string) => act("PATCH", "/api/vm", sessionId);

function act(method: "POST" | "PATCH" | "DELETE", path: string, sessionId: string): Promise<Answer<{ ok: true }>> {
  return change(method, path, { sessionId });
}
