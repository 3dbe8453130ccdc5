import assert from "node:assert/strict";
import { test } from "node:test";
import type * as socketTypes from "../pages/static/js/flotilla-socket.mjs";
import type * as managerTypes from "../pages/static/js/session-manager.mjs";
import type * as syncTypes from "../pages/static/js/session-sync.mjs";
import type * as socket from "../src/clients/flotilla-socket";
import { SessionManagerClient } from "../src/session/session-manager";
import { SessionSync } from "../src/sync/session-sync";

/** What is published as types is what there is: the compiler compares both ways, names included. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? ([keyof A] extends [keyof B] ? true : never) : never) : never;
/** What it gives has private parts, which no declaration can name. */
type Fits<A, B> = [A] extends [B] ? ([keyof B] extends [keyof A] ? ([keyof A] extends [keyof B] ? true : never) : never) : never;
type Public<T> = { [K in keyof T]: T[K] };

const manager: Same<Public<SessionManagerClient>, Public<managerTypes.SessionManagerClient>> = true;
const sync: Same<Public<SessionSync>, Public<syncTypes.SessionSync>> = true;
const line: Fits<Public<socket.FlotillaSocket>, Public<socketTypes.FlotillaSocket>> = true;
const lineMade: Same<socket.FlotillaSocketOptions, socketTypes.FlotillaSocketOptions> = true;
const states: Same<[socket.LineState, socket.Stay], [socketTypes.LineState, socketTypes.Stay]> = true;
const managerMade: Same<
  ConstructorParameters<typeof SessionManagerClient>,
  ConstructorParameters<typeof managerTypes.SessionManagerClient>
> = true;

test("the published types are the classes'", () => {
  assert.deepEqual([manager, sync, line, lineMade, states, managerMade], Array(6).fill(true));
});

test("outside a page both can be made and ask nothing", () => {
  assert.equal(new SessionManagerClient().session, null);
  assert.match(new SessionSync().getTabId(), /^tab_[0-9a-f]{16}$/);
});
