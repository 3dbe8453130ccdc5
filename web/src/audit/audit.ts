import { render } from "lit/html.js";
import { me } from "../api/account";
import { auditPage } from "../api/audit";
import { arrive } from "../api/here";
import { adviceFor } from "../api/refusals";
import { masthead } from "../ui/masthead";
import { Store } from "../ui/store";
import { reduce, START, type AuditEvent, type AuditState } from "./state";
import { auditView, type AuditActs } from "./view";

/** The audit log's page: one's own entries, for admins everybody's. */
const root = document.querySelector<HTMLElement>("#audit")!;
const store = new Store<AuditState, AuditEvent>(START, reduce, (state) => render(auditView(state, acts), root));

const acts: AuditActs = {
  filter: (filter) => {
    store.tell({ type: "filter", filter });
    void load();
  },
  more: () => void load(store.state.next),
};

async function load(before?: string): Promise<void> {
  const { filter } = store.state;
  store.tell({ type: "started" });
  const answer = await auditPage(filter, before);
  // A slow answer to what is not asked any more.
  if (filter !== store.state.filter) return;
  if (answer.ok) store.tell({ type: "came", page: answer.value, more: before !== undefined });
  else store.tell({ type: "refused", advice: adviceFor("act", answer) });
}

async function know(): Promise<void> {
  const answer = await me();
  const user = answer.ok ? answer.value.user : undefined;
  store.tell({ type: "who", self: user?.id, admin: user?.roles?.includes("admin") ?? false });
  store.tell({ type: "filter", filter: {} });
  await load();
}

masthead();
render(auditView(store.state, acts), root);
addEventListener("sessionStateChanged", () => void know());
void arrive().then(know);
