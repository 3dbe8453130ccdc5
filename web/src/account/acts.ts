import type { ApiKey } from "../api/account";
import type { Connection } from "../api/platforms";
import type { AccountEvent } from "./state";

type Typed = Readonly<Record<string, string>>;

/** What a person can do on the page. */
export interface AccountActs {
  tell(event: AccountEvent): void;
  endDevice(id: string): void;
  endOthers(): void;
  signOutEverywhere(): void;
  savePlatform(of: Connection | undefined, typed: Typed): void;
  removePlatform(of: Connection): void;
  switchTo(of: Connection): void;
  makeDefault(of: Connection): void;
  tryOut(of: Connection): void;
  changePassword(typed: Typed): void;
  makeKey(typed: Typed): void;
  removeKey(of: ApiKey): void;
  copyKey(): void;
}
