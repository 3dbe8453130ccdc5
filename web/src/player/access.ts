import type { Failure } from "./state";

/** What opens a VM's media socket. */
export interface Access {
  readonly vmId: string;
  readonly token: string;
}

/** The answer of whoever can fetch a new token: a new one, a no with words for a person, or "ask again later". */
export type Renewal =
  | { readonly outcome: "renewed"; readonly access: Access }
  | { readonly outcome: "refused"; readonly failure: Failure; readonly detail: string }
  | { readonly outcome: "away" };

export type Renew = () => Promise<Renewal>;

export interface Claims {
  readonly vmSessionId?: string;
  readonly participantId?: string;
  /** Epoch ms. */
  readonly expiresAt?: number;
}

/** What a participant token says about itself. Only the server can tell whether that is true; embed tokens say nothing. */
export function claimsOf(token: string): Claims {
  const body = token.split(".")[1];
  if (!body) return {};
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const json = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    return {
      ...(typeof json["vms"] === "string" ? { vmSessionId: json["vms"] } : {}),
      ...(typeof json["pid"] === "string" ? { participantId: json["pid"] } : {}),
      ...(typeof json["exp"] === "number" ? { expiresAt: json["exp"] * 1000 } : {}),
    };
  } catch {
    return {};
  }
}

/** Takes a VM's address (`https://host/vm/{vmId}?token=…`) apart; undefined when it is none. */
export function accessFrom(address: string): Access | undefined {
  if (!URL.canParse(address, "http://localhost")) return undefined;
  const url = new URL(address, "http://localhost");
  const vmId = /^\/vm\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  const token = url.searchParams.get("token");
  return vmId && token ? { vmId: decodeURIComponent(vmId), token } : undefined;
}
