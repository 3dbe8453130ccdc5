package io.flotilla.socket.websocket;

/**
 * How a peer broke the protocol.
 *
 * @param code to close with
 */
public record Violation(int code, String reason) {
    public static final int PROTOCOL = 1002;
    public static final int NOT_UTF8 = 1007;
    public static final int TOO_BIG = 1009;
}
