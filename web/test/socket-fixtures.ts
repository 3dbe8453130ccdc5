import type { TestContext } from "node:test";
import { FlotillaSocket } from "../src/socket/flotilla-socket";
import { field } from "../src/socket/packets";
import type { Protocol } from "../src/socket/protocol";
import { asWebSocket, FakeWebSocket, settle } from "./fake-socket";

interface Events {
  readonly news: string;
}
interface Answers {
  readonly act: number;
}
export const protocol: Protocol<Events, Answers> = {
  events: { news: (data) => (typeof data === "string" ? data : undefined) },
  commands: {
    act: (data) => {
      const count = field(data, "count");
      return typeof count === "number" ? count : undefined;
    },
  },
};

export function aSocket(t: TestContext, token?: () => Promise<string>) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const socket = new FlotillaSocket({
    origin: "https://flotilla.test",
    transports: ["websocket"],
    WebSocket: asWebSocket,
    // The latest that the jitter allows.
    random: () => 0.999_999,
    ...(token ? { token } : {}),
  });
  const room = socket.namespace("/rooms", protocol);
  t.after(() => socket.close());
  return { socket, room };
}

export async function opened(t: TestContext) {
  const { socket, room } = aSocket(t);
  room.open();
  FakeWebSocket.last.shakesHands();
  await settle();
  FakeWebSocket.last.says('40/rooms,{"sid":"n1"}');
  await settle();
  return { socket, room, server: FakeWebSocket.last };
}

export async function comesBack(t: TestContext, wait = 1_000) {
  t.mock.timers.tick(wait);
  FakeWebSocket.last.shakesHands();
  await settle();
  FakeWebSocket.last.says('40/rooms,{"sid":"n2"}');
  await settle();
  return FakeWebSocket.last;
}
