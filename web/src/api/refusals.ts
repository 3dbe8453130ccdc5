import type { Refusal } from "./http";

/** A refusal in words a person understands, and what they can do about it. */
export interface Advice {
  readonly title: string;
  readonly text: string;
  /** What the page may offer besides. */
  readonly offer: "sessions" | "retry" | "lobby" | "new" | "sign-in";
}

export function adviceFor(doing: "create" | "join" | "act", refusal: Refusal): Advice {
  const { status, error, details, retryAfter, limit } = refusal;
  const soon = retryAfter ? ` Try again in ${seconds(retryAfter)}.` : " Try again in a moment.";
  if (status === 0) {
    return {
      title: "Flotilla does not answer",
      text: "The server or your connection is away. Nothing is lost; try again in a moment.",
      offer: "retry",
    };
  }
  if (status === 429 && limit !== undefined) {
    return {
      title: limit === 2 ? "You already have two browsers" : `You already have ${limit} browsers`,
      text: `${sentence(error)} Yours are listed here.`,
      offer: "sessions",
    };
  }
  if (status === 429) return { title: "That was a little fast", text: `Please take a breath.${soon}`, offer: "retry" };
  if (status === 404) {
    return {
      title: "There is no such session",
      text: "It may have ended, or the id is not complete. Ask for the link again, or open a browser of your own.",
      offer: "lobby",
    };
  }
  if (status === 403 && /not shared/i.test(error)) {
    return {
      title: "This session is not shared",
      text: "Ask the owner to press Share, then try again. The link stays the same.",
      offer: "retry",
    };
  }
  if (status === 401) {
    return { title: "You are signed out", text: "Your session is over. Sign in again, or go on as a guest.", offer: "sign-in" };
  }
  if (status === 403) {
    return { title: "You may not do that here", text: `${sentence(error)} Ask the owner if you should.`, offer: "lobby" };
  }
  if (status === 410) return { title: "This browser has ended", text: "Open another one.", offer: "new" };
  if (status >= 500) {
    const why = details ? ` ${sentence(details)}` : "";
    return {
      title: doing === "create" ? "No browser could be started" : "The browser is out of reach",
      text: `The machine behind it does not answer.${why}${soon}`,
      offer: "retry",
    };
  }
  if (status === 400) {
    return { title: "That does not look right", text: `${sentence(error)} Check it and try again.`, offer: "lobby" };
  }
  return { title: "That did not work", text: sentence(error), offer: "retry" };
}

function seconds(count: number): string {
  if (count < 90) return `${Math.max(1, Math.ceil(count))} seconds`;
  return `${Math.ceil(count / 60)} minutes`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
