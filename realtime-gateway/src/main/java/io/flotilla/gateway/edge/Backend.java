package io.flotilla.gateway.edge;

/** The services behind the edge. */
enum Backend {
    AUTH("auth-service"),
    SESSION("session-service"),
    BROKER("vm-broker-service");

    private final String serviceName;

    Backend(String serviceName) {
        this.serviceName = serviceName;
    }

    /** What operators and people call it. */
    String serviceName() {
        return serviceName;
    }
}
