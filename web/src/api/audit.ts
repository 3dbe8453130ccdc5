import { get, type Answer } from "./http";

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly actor?: string | null;
  readonly actor_name?: string | null;
  readonly subject?: string | null;
  readonly address?: string | null;
  readonly detail?: Readonly<Record<string, string>> | null;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the older ones begin. */
  readonly next?: string | null;
}

export interface AuditFilter {
  readonly type?: string;
  readonly user?: string;
}

export function auditPage(filter: AuditFilter, before?: string): Promise<Answer<AuditPage>> {
  const query = new URLSearchParams({ limit: "50" });
  if (filter.type) query.set("type", filter.type);
  if (filter.user) query.set("user", filter.user);
  if (before) query.set("before", before);
  return get(`/api/audit?${query}`);
}
