package io.flotilla.kit.limit;

/** What calls are counted as; the name on the wire is also a part of the Redis key. */
public enum LimitClass {
    SIGN_IN("sign-in"),
    SIGN_IN_PER_ADDRESS("sign-in-per-address"),
    WRITES("writes"),
    CSRF("csrf"),
    INFO("info");

    private final String wireName;

    LimitClass(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
