import type { Advice } from "../api/refusals";
import type { Failure } from "../player/state";

const ENDED: Record<string, string> = {
  requested: "Its owner ended it.",
  absolute: "Its time was up.",
  inactive: "Nobody had touched it for a long while.",
  offline: "Everybody had left.",
  crashed: "The browser crashed. That is not your fault.",
  "broker-lost": "The machine it ran on was restarted.",
  failed: "It could not be started.",
};

/** The user session of this browser is over: ended elsewhere, expired, or signed out in another tab. */
export const SIGNED_OUT: Advice = {
  title: "You are signed out",
  text: "Your session is over. Sign in again, or go on as a guest.",
  offer: "sign-in",
};

/** Why the picture is gone for good, and what to do next. */
export function adviceAfter(failure: Failure, detail: string): Advice {
  switch (failure) {
    case "ended":
      return { title: "This browser has ended", text: `${ENDED[detail] ?? "It is over."} Open another one.`, offer: "new" };
    case "kicked":
      return detail === "unshared"
        ? { title: "This session is not shared any more", text: "Ask the owner to press Share again.", offer: "retry" }
        : { title: "The owner has shown you out", text: "Ask them if that was a mistake.", offer: "lobby" };
    case "banned":
      return { title: "You may not come back here", text: "The owner has closed this session to you.", offer: "lobby" };
    case "left":
      return { title: "You have left", text: "You can come back as long as the session is shared.", offer: "retry" };
    case "not-found":
      return { title: "There is no such session", text: "It may have ended. Ask for a new link, or open a browser of your own.", offer: "new" };
    case "session-over":
      return SIGNED_OUT;
    case "unauthorized":
    case "token-expired":
    case "renewal-refused":
      return {
        title: "This link does not open the browser any more",
        text: detail || "Links to the picture are short-lived. Ask for the room's link, or open a browser of your own.",
        offer: "lobby",
      };
    case "too-many":
      return { title: "Too many windows show this browser", text: "Close one of them, then try again.", offer: "retry" };
    default:
      return { title: "The connection broke", text: "The page and the server did not understand each other. Try again.", offer: "retry" };
  }
}
