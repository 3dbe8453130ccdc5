package io.flotilla.socket.engineio;

import io.flotilla.socket.Namespace.Departure;

/**
 * Why a session ends, and how its client is told.
 *
 * @param code of a WebSocket's close frame
 * @param orderly whether a client that polls may still fetch what was sent before
 */
record Ending(int code, String reason, Departure why, boolean orderly) {
    private static final int GOING_AWAY = 1001;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NO_CODE = 1005;
    private static final int UNEXPECTED = 1011;
    private static final int SLOW = 4001;

    /** The application wants it so. */
    static Ending wanted(int code, String reason) {
        return new Ending(code, reason, Departure.SERVER_CLOSE, true);
    }

    /** The client broke the protocol above this one. */
    static Ending refused(String reason, Departure why) {
        return new Ending(PROTOCOL_ERROR, reason, why, true);
    }

    static Ending unexpected() {
        return new Ending(UNEXPECTED, "unexpected", Departure.SERVER_CLOSE, true);
    }

    static Ending nothingEntered() {
        return new Ending(NO_CODE, "", Departure.SERVER_CLOSE, true);
    }

    static Ending oddPacket(String what) {
        return new Ending(PROTOCOL_ERROR, what, Departure.PARSE_ERROR, false);
    }

    static Ending oddHeartbeat() {
        return new Ending(PROTOCOL_ERROR, "invalid heartbeat direction", Departure.TRANSPORT_ERROR, false);
    }

    static Ending clientClosed() {
        return new Ending(NO_CODE, "", Departure.TRANSPORT_CLOSE, false);
    }

    static Ending transportFailed() {
        return new Ending(NO_CODE, "", Departure.TRANSPORT_ERROR, false);
    }

    static Ending pongMissed() {
        return new Ending(GOING_AWAY, "ping timeout", Departure.PING_TIMEOUT, false);
    }

    /** It does not take what it is sent. */
    static Ending tooSlow() {
        return new Ending(SLOW, "slow", Departure.TRANSPORT_ERROR, false);
    }
}
