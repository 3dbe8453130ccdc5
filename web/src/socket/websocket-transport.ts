import { addressOf, type Dial, type Place } from "./transport";
import { LOST } from "./verdict";

/** One frame, one packet. Binary frames are none of what this client understands and are left out. */
export function overWebSocket(place: Place, Socket: typeof WebSocket): Dial {
  return (listener) => {
    const url = addressOf(place, "websocket");
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new Socket(url.href);
    let over = false;
    const end = (close: { code: number; reason: string }) => {
      if (over) return;
      over = true;
      listener.closed(close);
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!over && typeof data === "string") listener.packet(data);
    };
    socket.onclose = ({ code, reason }) => end({ code, reason });
    socket.onerror = () => end(LOST);
    return {
      send: (packet) => {
        if (!over && socket.readyState === Socket.OPEN) socket.send(packet);
      },
      close: () => {
        over = true;
        socket.close();
      },
    };
  };
}
