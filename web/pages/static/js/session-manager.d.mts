/** Types of session-manager.mjs. The plain script session-manager.js sets the same class and `sessionManager` on the window. */

export interface SessionInfo {
    readonly session_id: string;
    readonly created_at?: string;
    readonly last_activity?: string;
    readonly elapsed_seconds?: number;
    readonly remaining_seconds: number;
    readonly is_active?: boolean;
    readonly user_data?: unknown;
}

export interface SessionManagerOptions {
    /** Extends the session when its end is near, as long as the page is looked at. Off unless told otherwise. */
    readonly autoExtend?: boolean;
    /** Seconds before the end at which `sessionWarning` comes; 300 unless told otherwise. */
    readonly warningThreshold?: number;
    /** How often to look at the session, ms; 30,000 unless told otherwise. */
    readonly pollMs?: number;
    readonly fetch?: typeof fetch;
    /** Where events are heard besides this object: the window. */
    readonly target?: EventTarget;
    /** What relative addresses are relative to; the page. */
    readonly base?: string;
    /** How long to wait before a session that is gone counts as over, ms; 1,500 unless told otherwise. */
    readonly doubtMs?: number;
}

/** Events, on the window and on this object: `sessionWarning{remainingSeconds}`, `sessionExpired{sessionId, reason?}`. */
export declare class SessionManagerClient extends EventTarget {
    constructor(options?: SessionManagerOptions);
    /** Opens a session where there is none, and watches it from now on. */
    init(): Promise<void>;
    /** The session as it was seen last; null when there is none. */
    get session(): SessionInfo | null;
    /** As the browser's fetch, with the CSRF token on calls that change something on this page's own origin. */
    readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
    setAutoExtend(on: boolean): void;
    /** @param seconds before the end of the session */
    setWarningThreshold(seconds: number): void;
    /** Puts the end off. False when the server would not. */
    extend(): Promise<boolean>;
    /** Ends the session, here and on the server. */
    clear(): Promise<void>;
    /** Looks at the session now. */
    check(): Promise<SessionInfo | null>;
    /** The next call that changes something asks for a token anew. */
    forgetToken(): void;
    /** Lets go of the page; `init` starts again. */
    destroy(): void;
    readonly stop: () => void;
}
