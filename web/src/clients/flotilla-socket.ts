/** The ES module `/static/js/flotilla-socket.mjs`. */
export { FlotillaRoom, type Entry, type RoomListener, type Stay } from "../socket/flotilla-room";
export { FlotillaSocket, type FlotillaSocketOptions } from "../socket/flotilla-socket";
export type { LineState } from "../socket/line";
export type { Namespace } from "../socket/namespace";
export type { NamespaceState, Protocol } from "../socket/protocol";
export type { Read, Refusal, Reply } from "../socket/reply";
