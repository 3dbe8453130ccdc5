/** Types of session-sync.mjs. The plain script session-sync.js sets the same class and `sessionSync` on the window. */
import type { FlotillaSocket } from "./flotilla-socket.mjs";

export interface SessionState {
    readonly authenticated: boolean;
    readonly user: { readonly id: string; readonly username: string | null; readonly email?: string | null } | null;
    readonly platform: {
        readonly id: string | number;
        readonly name: string;
        readonly platform_type?: string;
        readonly instance_url?: string | null;
        readonly is_default?: boolean;
    } | null;
    readonly session: {
        readonly session_id: string;
        readonly created_at?: string;
        readonly last_activity?: string;
    } | null;
}

export interface PerformanceMetrics {
    readonly syncCount: number;
    readonly errorCount: number;
    /** Of all syncs, 0…1. */
    readonly errorRate: number;
    /** ms. */
    readonly avgSyncTime: number;
    readonly lastSyncTime: number | null;
    readonly messagesSent: number;
    readonly messagesHeard: number;
    readonly isLeader: boolean;
}

export interface SessionSyncOptions {
    /** With the CSRF token where one is needed; that of `window.sessionManager` unless told otherwise. */
    readonly fetch?: typeof fetch;
    /** To share the page's one connection; its own unless told otherwise. */
    readonly socket?: FlotillaSocket;
}

/**
 * Events, on the window and on this object: `sessionStateChanged` (a SessionState),
 * `platformSwitched{platformId, platformName, timestamp}` (elsewhere, not by this tab), `sessionExpired{sessionId, reason?}`,
 * `sessionsChanged` (another session of the user came or went), `notice{message}` (from whoever looks after this Flotilla).
 */
export declare class SessionSync extends EventTarget {
    constructor(options?: SessionSyncOptions);
    debugMode: boolean;
    isInitialized: boolean;
    lastSyncTime: number | null;
    /** Joins the other tabs. */
    init(): void;
    /** Leaves the other tabs; `init` joins them again. */
    destroy(): void;
    get isOnline(): boolean;
    /** What is known of this browser's session; undefined before the first answer. */
    get state(): SessionState | undefined;
    /** When the server has been asked, or could not be. */
    get ready(): Promise<void>;
    get isSignedIn(): boolean;
    readonly tabId: string;
    /** Unique among tabs, kept over a reload. */
    getTabId(): string;
    getPerformanceMetrics(): PerformanceMetrics;
    /** Asks the server for the full state now; null when nobody is signed in or no answer comes. */
    syncSessionState(): Promise<SessionState | null>;
    /** Whether the server still takes this session. No answer is no. */
    validateSession(): Promise<boolean>;
    /** To be called by the tab that switched the platform; the others hear `platformSwitched`. */
    notifyPlatformSwitch(platformId: string | number | null, platformName: string | null): void;
    /** To be called by the tab that signed in or out, unless `sessionManager.fetch` did it: that tells by itself. */
    readonly identityChanged: () => void;
}
