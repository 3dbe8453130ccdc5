package io.flotilla.systemtests.product;

/** What the launcher starts, by the name of its pid file. */
public enum Service {
    POSTGRES("postgres"),
    REDIS("redis"),
    AUTH("auth-service"),
    SESSION("session-service"),
    BROKER("vm-broker-service"),
    GATEWAY("realtime-gateway"),
    LAUNCHER("launcher");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
