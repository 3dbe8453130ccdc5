package io.flotilla.session.access;

import io.flotilla.session.RunningService;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All of {@link RunningService}, but nobody listens where PostgreSQL should be. */
public final class NoDatabase implements QuarkusTestResourceLifecycleManager {
    private final RunningService service = new RunningService();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(service.start());
        try {
            config.put(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:" + RealServers.freePort() + "/postgres");
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
        return config;
    }

    @Override
    public void stop() {
        service.stop();
    }
}
