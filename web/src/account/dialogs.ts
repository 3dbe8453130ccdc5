import { html, nothing, type TemplateResult } from "lit/html.js";
import { dialog } from "../ui/dialog";
import { notice } from "../ui/notice";
import type { AccountActs } from "./acts";
import { keyForm } from "./keys";
import { platformForm } from "./platform-form";
import type { AccountState } from "./state";

/** The one dialog that may be open. */
export function dialogs(state: AccountState, acts: AccountActs): TemplateResult | typeof nothing {
  const { open } = state;
  const close = () => acts.tell({ type: "open", open: undefined });
  const sure = (text: string, words: string, act: () => void) => html`
    <p>${text}</p>
    ${state.trouble ? notice(state.trouble.advice) : nothing}
    <div class="actions">
      <button class="danger" ?disabled=${state.busy !== undefined} @click=${act}>${words}</button>
      <button class="quiet" autofocus @click=${close}>Cancel</button>
    </div>
  `;
  switch (open?.form) {
    case "platform":
      return dialog(open.of ? "Edit the platform" : "Add a platform", platformForm(open, state, acts), close);
    case "remove-platform":
      return dialog(
        "Remove this platform?",
        sure(`“${open.of.name}” and its key are forgotten. Browsers that run there go on.`, "Remove it", () =>
          acts.removePlatform(open.of),
        ),
        close,
      );
    case "key":
      return dialog(state.fresh ? "Here is your key" : "Make an API key", keyForm(state, acts), close);
    case "remove-key":
      return dialog(
        "Delete this key?",
        sure(`Programs that use “${open.of.name}” are refused at once.`, "Delete it", () => acts.removeKey(open.of)),
        close,
      );
    case "end-others":
      return dialog(
        "End all others?",
        sure("You stay signed in here. Everywhere else you have to sign in again.", "End the others", acts.endOthers),
        close,
      );
    case "everywhere":
      return dialog(
        "Sign out everywhere?",
        sure(
          "On this device too. You can sign in again with your password.",
          "Sign out everywhere",
          acts.signOutEverywhere,
        ),
        close,
      );
    default:
      return nothing;
  }
}
