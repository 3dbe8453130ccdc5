/** Socket.IO 5 packets in text. Binary attachments are not spoken here: nothing of Flotilla's has any. */
export type Packet =
  | { readonly type: "connected"; readonly namespace: string; readonly sid: string }
  | { readonly type: "disconnected"; readonly namespace: string }
  | {
      readonly type: "event";
      readonly namespace: string;
      readonly id: number | undefined;
      readonly name: string;
      readonly data: readonly unknown[];
    }
  | { readonly type: "ack"; readonly namespace: string; readonly id: number; readonly data: readonly unknown[] }
  | { readonly type: "refused"; readonly namespace: string; readonly message: string; readonly data: unknown };

const SHAPE = /^([0-4])(?:(\/[^,{[]*),?)?(\d{1,15})?([\s\S]*)$/;

/** Undefined for what is broken or binary. */
export function readPacket(text: string): Packet | undefined {
  const [, type, namespace = "/", digits, rest = ""] = SHAPE.exec(text) ?? [];
  const id = digits === undefined ? undefined : Number(digits);
  const body = parsed(rest);
  switch (type) {
    case "0": {
      const sid = field(body, "sid");
      return typeof sid === "string" ? { type: "connected", namespace, sid } : undefined;
    }
    case "1":
      return { type: "disconnected", namespace };
    case "2": {
      if (!Array.isArray(body)) return undefined;
      const [name, ...data] = body as unknown[];
      return typeof name === "string" ? { type: "event", namespace, id, name, data } : undefined;
    }
    case "3":
      return Array.isArray(body) && id !== undefined ? { type: "ack", namespace, id, data: body as unknown[] } : undefined;
    case "4": {
      const message = field(body, "message");
      return {
        type: "refused",
        namespace,
        message: typeof message === "string" ? message : "Refused",
        data: field(body, "data"),
      };
    }
    default:
      return undefined;
  }
}

const before = (namespace: string) => (namespace === "/" ? "" : `${namespace},`);

export function connectPacket(namespace: string, auth: object | undefined): string {
  return `0${before(namespace)}${auth ? JSON.stringify(auth) : ""}`;
}

export function disconnectPacket(namespace: string): string {
  return `1${before(namespace)}`;
}

/** @param id asks for an answer */
export function eventPacket(namespace: string, name: string, data: unknown, id: number | undefined): string {
  return `2${before(namespace)}${id ?? ""}${JSON.stringify(data === undefined ? [name] : [name, data])}`;
}

/** A field of what may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function parsed(text: string): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
