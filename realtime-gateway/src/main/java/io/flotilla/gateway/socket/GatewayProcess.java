package io.flotilla.gateway.socket;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process: serves until it is told to end, then drains while the server still stands. The framework's own shutdown event comes too late for that. */
@QuarkusMain
public final class GatewayProcess implements QuarkusApplication {
    private final Drain drain;

    GatewayProcess(Drain drain) {
        this.drain = drain;
    }

    @Override
    public int run(String... arguments) {
        Quarkus.waitForExit();
        drain.run();
        return 0;
    }
}
