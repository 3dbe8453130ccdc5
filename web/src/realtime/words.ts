import type { Broadcast, Target } from "../api/realtime";
import type { Aim } from "./state";

/** What was typed as what is sent, or why it cannot be. */
export type Wish = { readonly ok: true; readonly broadcast: Broadcast } | { readonly ok: false; readonly why: string };

export function wishFrom(id: string, aim: Aim, fields: Readonly<Record<string, string>>): Wish {
  const target = targetFrom(aim, fields["whom"] ?? "");
  if (!target) return { ok: false, why: "Say for whom it is." };
  if (fields["message"] !== undefined) {
    const message = fields["message"].trim();
    return message
      ? { ok: true, broadcast: { id, target, event: "notice", data: { message } } }
      : { ok: false, why: "Say what is to be read." };
  }
  const event = (fields["event"] ?? "").trim();
  if (!event) return { ok: false, why: "Give the event a name." };
  const json = (fields["data"] ?? "").trim();
  if (!json) return { ok: true, broadcast: { id, target, event } };
  try {
    return { ok: true, broadcast: { id, target, event, data: JSON.parse(json) as unknown } };
  } catch {
    return { ok: false, why: "The data is not JSON." };
  }
}

function targetFrom(aim: Aim, whom: string): Target | undefined {
  if (aim === "all") return { all: true };
  const ids = whom.split(/[\s,;]+/).filter(Boolean);
  const [room] = ids;
  if (room === undefined) return undefined;
  return aim === "room" ? { room } : aim === "users" ? { users: ids } : { groups: ids };
}
