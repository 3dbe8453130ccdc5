package io.flotilla.socket.engineio;

/** Refusals of requests, with the reference server's numbers and words. */
enum EngineError {
    TRANSPORT_UNKNOWN(0, 400, "Transport unknown"),
    SESSION_UNKNOWN(1, 400, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method"),
    BAD_REQUEST(3, 400, "Bad request"),
    FORBIDDEN(4, 403, "Forbidden"),
    UNSUPPORTED_PROTOCOL_VERSION(5, 400, "Unsupported protocol version");

    private final int code;
    private final int status;
    private final String message;

    EngineError(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }
}
