// @ts-check
/** The one socket to the broker: dials again for ever, begins with a hello, frames what it sends. */
import { header } from './header.js';

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5000;
/** Past this many bytes the way to the broker is jammed; a picture encoded now would only be late. */
const JAMMED_BYTES = 512 * 1024;
/** What is said while there is no connection, at most. */
const UNSAID = 64;

export class Uplink {
  /** @type {(wish: any) => void} */
  onWish = () => {};
  /** @type {() => void} called when a (new) connection is ready, so that configs and a key frame precede all else */
  onReady = () => {};
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {object[]} */
  #unsaid = [];
  #retry = FIRST_RETRY_MS;

  get ready() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  get jammed() {
    return !this.ready || (this.#socket?.bufferedAmount ?? 0) > JAMMED_BYTES;
  }

  open(/** @type {{socket: string, secret: string, vmId: string}} */ config) {
    const socket = new WebSocket(config.socket);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => {
      this.#retry = FIRST_RETRY_MS;
      socket.send(JSON.stringify({ type: 'hello', secret: config.secret, vmId: config.vmId, version: 1 }));
      for (const message of this.#unsaid.splice(0)) socket.send(JSON.stringify(message));
      this.onReady();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') this.onWish(JSON.parse(data));
    };
    socket.onclose = () => {
      setTimeout(() => this.open(config), this.#retry);
      this.#retry = Math.min(this.#retry * 2, LAST_RETRY_MS);
    };
  }

  say(/** @type {object} */ message) {
    if (this.ready) this.#socket?.send(JSON.stringify(message));
    else if (this.#unsaid.push(message) > UNSAID) this.#unsaid.shift();
  }

  /** Sends one binary message; a frame that has no connection is lost, and the next connection begins with a key frame. */
  media(/** @type {import('./header.js').Header} */ head, /** @type {Uint8Array} */ payload) {
    if (!this.ready) return;
    const message = new Uint8Array(24 + payload.byteLength);
    header(new DataView(message.buffer), head);
    message.set(payload, 24);
    this.#socket?.send(message);
  }
}
