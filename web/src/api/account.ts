import { change, get, type Answer } from "./http";

/** Accounts and what hangs on them: the routes of auth-service. */

export interface Methods {
  readonly anonymous?: boolean;
  readonly password: boolean;
  /** Whether anybody may create an account. */
  readonly sign_up?: boolean;
  readonly oidc: readonly { readonly id: string; readonly title: string }[];
}

export interface Me {
  readonly id: string;
  readonly roles?: readonly string[];
  readonly anonymous?: boolean;
  readonly username?: string;
  readonly email?: string;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly tenant?: string;
  readonly prefix?: string;
  /** There once, in the answer that made it. */
  readonly key?: string;
  readonly created_at?: string;
  readonly last_used_at?: string | null;
  readonly expires_at?: string | null;
}

export const methods = () => get<Methods>("/api/auth/methods");
export const me = () => get<{ user: Me; session_id?: string }>("/api/auth/me");

/** @param name a user name or an e-mail address */
export function login(name: string, password: string): Promise<Answer<{ user: Me }>> {
  const who = name.includes("@") ? { email: name } : { username: name };
  return change("POST", "/api/auth/login", { ...who, password });
}

export function register(account: {
  username: string;
  email: string;
  password: string;
}): Promise<Answer<{ user: Me }>> {
  return change("POST", "/api/auth/register", account);
}

export const logout = () => change<object>("POST", "/api/auth/logout");
export const logoutAll = () => change<object>("POST", "/api/auth/logout-all");

export function changePassword(current: string, next: string): Promise<Answer<object>> {
  return change("POST", "/api/auth/password", { current_password: current, new_password: next });
}

export async function apiKeys(): Promise<Answer<readonly ApiKey[]>> {
  const answer = await get<{ api_keys: readonly ApiKey[] }>("/api/auth/api-keys");
  return answer.ok ? { ok: true, value: answer.value.api_keys ?? [] } : answer;
}

export const makeApiKey = (name: string) => change<ApiKey>("POST", "/api/auth/api-keys", { name });
export const removeApiKey = (id: string) => change<object>("DELETE", `/api/auth/api-keys/${encodeURIComponent(id)}`);
