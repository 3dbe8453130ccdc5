package io.flotilla.gateway.protocol;

/** Why a socket is closed; mirrors {@code contracts/close-codes.md}. Below 4500 the client comes back by itself. */
public enum CloseCode {
    SLOW(4001, "slow"),
    DRAINING(4002, "draining"),
    UPSTREAM_LOST(4003, "upstream-lost"),
    TRY_AGAIN(4004, "try-again"),
    TOKEN_EXPIRED(4400, "token-expired"),
    UNAUTHORIZED(4500, "unauthorized"),
    LEFT(4501, "left"),
    KICKED(4502, "kicked"),
    BANNED(4503, "banned"),
    ENDED(4504, "ended"),
    NOT_FOUND(4505, "not-found"),
    BAD_MESSAGE(4506, "bad-message"),
    TOO_MANY(4507, "too-many"),
    SESSION_OVER(4508, "session-over");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    public short number() {
        return (short) number;
    }

    /** The reason text where the case has none of its own. */
    public String reason() {
        return reason;
    }

    public boolean comesBack() {
        return number < 4500;
    }
}
