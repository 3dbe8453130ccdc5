import { readEnvelope, type Envelope, type TabMessage } from "./tabs";

const NAME = "flotilla.session-sync";

export interface Channel {
  send(message: TabMessage): void;
  close(): void;
}

export interface ChannelPlaces {
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined;
  readonly storage?: Storage | undefined;
  /** Where storage events are heard. */
  readonly page?: EventTarget | undefined;
}

/** The line between the tabs of this browser. What a tab sends it does not hear itself. */
export function openChannel(from: string, hear: (envelope: Envelope) => void, places: ChannelPlaces): Channel {
  return places.BroadcastChannel
    ? overBroadcast(from, hear, new places.BroadcastChannel(NAME))
    : overStorage(from, hear, places);
}

function overBroadcast(from: string, hear: (envelope: Envelope) => void, line: BroadcastChannel): Channel {
  line.onmessage = (event: MessageEvent<unknown>) => {
    const envelope = readEnvelope(event.data);
    if (envelope && envelope.from !== from) hear(envelope);
  };
  return { send: (message) => line.postMessage({ from, message }), close: () => line.close() };
}

/** Other tabs hear of each change of a storage; nothing stays there. */
function overStorage(from: string, hear: (envelope: Envelope) => void, { storage, page }: ChannelPlaces): Channel {
  const listen = (event: Event) => {
    const { key, newValue } = event as StorageEvent;
    if (key !== NAME || !newValue) return;
    const envelope = readEnvelope(parsed(newValue));
    if (envelope && envelope.from !== from) hear(envelope);
  };
  page?.addEventListener("storage", listen);
  return {
    send: (message) => {
      try {
        storage?.setItem(NAME, JSON.stringify({ from, message, at: Date.now() }));
        storage?.removeItem(NAME);
      } catch {
        // Where nothing may be stored, tabs find out by asking the server.
      }
    },
    close: () => page?.removeEventListener("storage", listen),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
