import { change, get, type Answer } from "./http";

/** Where a person's VMs come from. */

export type PlatformType = "chromium" | "hyperbeam" | "kubernetes";

export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly platform_type: PlatformType;
  readonly instance_url?: string | null;
  readonly username?: string | null;
  readonly is_default: boolean;
  readonly has_secret: boolean;
}

/** What is asked for. The secret goes one way: left out, the old one stays. */
export interface ConnectionWish {
  readonly name: string;
  readonly platform_type: PlatformType;
  readonly instance_url?: string;
  readonly username?: string;
  readonly secret?: string;
  readonly is_default?: boolean;
}

export interface Trial {
  /** It answers as a platform that browsers can be had from. */
  readonly success: boolean;
  /** It answers at all. */
  readonly reachable: boolean;
  readonly message: string;
}

const route = (id: string, act = "") => `/api/platforms/${encodeURIComponent(id)}${act}`;

export async function platforms(): Promise<Answer<readonly Connection[]>> {
  const answer = await get<{ platforms: readonly Connection[] }>("/api/platforms");
  return answer.ok ? { ok: true, value: answer.value.platforms } : answer;
}

export const addPlatform = (wish: ConnectionWish) => change<object>("POST", "/api/platforms", wish);
export const changePlatform = (id: string, wish: ConnectionWish) => change<object>("PUT", route(id), wish);
export const removePlatform = (id: string) => change<object>("DELETE", route(id));
export const makeDefault = (id: string) => change<object>("POST", route(id, "/default"));
export const tryPlatform = (id: string) => change<Trial>("POST", route(id, "/test"));

export function switchPlatform(id: string): Promise<Answer<{ platform: { id: string; name: string } }>> {
  return change("POST", `/api/switch_platform/${encodeURIComponent(id)}`);
}
