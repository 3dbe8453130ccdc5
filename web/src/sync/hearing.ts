import type { Knowledge } from "./knowledge";
import type { Looker } from "./looker";
import type { Pulse } from "./pulse";
import type { ServerEvent } from "./server-events";
import type { TabMessage } from "./tabs";

/** What follows from the words of other tabs and of the server. */
export class Hearing {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly looker: Looker,
    private readonly pulse: Pulse,
    private readonly tellTabs: (message: TabMessage) => void,
    /** Another session of this user came or went. */
    private readonly sessionsChanged: () => void,
    private readonly notice: (message: string) => void,
    /** Another tab is signing in or out. */
    private readonly identityChanging: () => void,
  ) {}

  tab(message: TabMessage): void {
    switch (message.type) {
      case "beat":
        this.pulse.heardBeat();
        if (this.knowledge.differsFrom(message.print)) void this.looker.look();
        return;
      case "switched":
        this.knowledge.switched(message, true, Date.now());
        return this.looker.soon();
      case "changing":
        this.knowledge.expectChange(true, Date.now());
        return this.identityChanging();
      case "identity":
        // Only the tab that did it gives no reason.
        if (!message.reason) this.knowledge.expectChange(false, Date.now());
        return this.ended(message.reason, true);
      case "sessions":
        return this.sessionsChanged();
      case "notice":
        return this.notice(message.message);
      case "active":
        return this.pulse.heardActivity();
    }
  }

  /** Only the leader hears the server; it passes on what others must know. */
  server(event: ServerEvent): void {
    switch (event.type) {
      case "hello":
        return void this.looker.look();
      case "platform_switched": {
        const change = this.knowledge.switchedOnServer(event, Date.now());
        if (change) this.tellTabs({ type: "switched", ...change });
        return this.looker.soon();
      }
      case "notice":
        this.tellTabs({ type: "notice", message: event.message });
        return this.notice(event.message);
      case "session_changed":
      case "session_ended":
        if (event.session_id !== this.knowledge.sessionId) {
          this.tellTabs({ type: "sessions" });
          return this.sessionsChanged();
        }
        if (event.type === "session_changed") return void this.looker.look();
        this.tellTabs({ type: "identity", reason: event.reason });
        return this.ended(event.reason, true);
    }
  }

  /** The session may be over; the look tells. */
  ended(reason: string | undefined, sure: boolean): void {
    this.knowledge.hearEnd(reason, sure);
    void this.looker.look();
  }
}
