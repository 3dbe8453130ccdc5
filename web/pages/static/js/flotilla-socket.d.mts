/**
 * Types of flotilla-socket.mjs: Socket.IO 5 to Flotilla, with commands that are done once and rooms that are resumed where they
 * were left. The plain script flotilla-socket.js sets both classes on the window.
 */

/** Takes what came over the line, or not: undefined for what it cannot be. */
export type Read<Value> = (data: unknown) => Value | undefined;

export interface Refusal {
    /** The server's own, or `timeout`, `closed`, `refused`, `busy`, `unreadable`, or a close code. */
    readonly code: string;
    readonly message: string;
    /** Nobody knows whether it was done: to be asked again with the same id. */
    readonly again: boolean;
}

export type Reply<Value> =
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly error: Refusal };

/** What may be said in a namespace: its events and how to read them, its commands and how to read their answers. */
export interface Protocol<Events, Answers> {
    readonly events: { readonly [Name in keyof Events]: Read<Events[Name]> };
    readonly commands: { readonly [Name in keyof Answers]: Read<Answers[Name]> };
}

export interface Close {
    readonly code: number;
    readonly reason: string;
}

export type LineState =
    | { readonly name: "closed" }
    | { readonly name: "connecting"; readonly attempt: number }
    | { readonly name: "open" }
    | { readonly name: "waiting"; readonly attempt: number; readonly close: Close }
    | { readonly name: "refused"; readonly close: Close };

export type NamespaceState =
    | { readonly name: "idle" }
    | { readonly name: "joining" }
    | { readonly name: "open"; readonly sid: string }
    | { readonly name: "away" }
    | { readonly name: "refused"; readonly refusal: Refusal }
    | { readonly name: "ended" };

export interface FlotillaSocketOptions {
    /** Where Flotilla is; the page's own origin unless told otherwise. */
    readonly origin?: string;
    readonly path?: string;
    /** A token, or a ticket, asked for each time a namespace is joined; without it the browser's cookie counts. */
    readonly token?: () => Promise<string | undefined>;
    /** Ways to try, best first. */
    readonly transports?: readonly ("websocket" | "polling")[];
    readonly WebSocket?: typeof WebSocket;
    readonly fetch?: typeof fetch;
    readonly random?: () => number;
}

/** What is to be done once: the server knows the same act again by its id. */
export interface Command {
    readonly id: string;
    readonly [field: string]: unknown;
}

export interface Namespace<Events, Answers> {
    readonly path: string;
    get state(): NamespaceState;
    get isWanted(): boolean;
    /** What must have been said before any command; commands wait for it. */
    greet: (() => Promise<boolean>) | undefined;
    /** Told after an event that stands in an order, once all have heard it. */
    handled: ((position: string) => void) | undefined;
    /** Joins, and again after each loss of the line. */
    open(): void;
    greetAgain(): void;
    close(): void;
    /** @returns how to hear it no more */
    on<Name extends keyof Events>(
        name: Name,
        listener: (data: Events[Name], position: string | undefined) => void,
    ): () => void;
    onState(watcher: (state: NamespaceState) => void): () => void;
    /** Says something that is worth nothing later. */
    tell(name: string, data?: unknown): void;
    /** Asks once, over the line as it is now. */
    ask<Name extends keyof Answers & string>(
        name: Name,
        data: object,
        first?: (reply: Reply<Answers[Name]>) => void,
    ): Promise<Reply<Answers[Name]>>;
    /** Has something done once: said again after each loss of the line, until it is answered or `ms` (20 s) are over. */
    command<Name extends keyof Answers & string>(
        name: Name,
        data: Command,
        ms?: number,
    ): Promise<Reply<Answers[Name]>>;
}

/** One connection for all namespaces of a page. It is there while a namespace is open, and comes back by itself. */
export declare class FlotillaSocket {
    constructor(options?: FlotillaSocketOptions);
    get state(): LineState;
    onState(watcher: (state: LineState) => void): () => void;
    /** The namespace at `path`, always the same one; it is joined when it is opened. */
    namespace<Events, Answers>(path: string, protocol: Protocol<Events, Answers>): Namespace<Events, Answers>;
    /** Connects anew and at once, as whoever this browser is now. */
    renew(): void;
    close(): void;
}

/** What a room's `join` answers with at least. */
export interface Entry {
    readonly recovered: boolean;
    readonly position?: string;
}

export type Stay =
    | { readonly name: "outside"; readonly refusal?: Refusal }
    | { readonly name: "entering" }
    | { readonly name: "inside" }
    | { readonly name: "away" };

export interface RoomListener<Answers extends { readonly join: Entry }> {
    /** With `recovered`, what is known still holds and the missed events follow; else this replaces all of it. */
    entered(entry: Answers["join"]): void;
    stayed(stay: Stay): void;
}

/** Being in a room of `/rooms`: entered again after each loss of the line, from where it was left. */
export declare class FlotillaRoom<
    Events extends { readonly resync: Entry; readonly gone: { readonly reason: string } },
    Answers extends { readonly join: Entry },
> {
    constructor(namespace: Namespace<Events, Answers>, id: string, listener: RoomListener<Answers>);
    get stay(): Stay;
    open(): void;
    close(): void;
}
