package io.flotilla.session;

import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Everything one running session-service needs around it: the real servers and a {@link ScriptedBroker}. One for all tests. */
public final class RunningService implements QuarkusTestResourceLifecycleManager {
    private final RealServers servers = new RealServers();
    private ScriptedBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            broker = ScriptedBroker.start();
        } catch (IOException e) {
            throw new IllegalStateException("the scripted broker did not start", e);
        }
        var config = new HashMap<>(servers.start());
        config.put("flotilla.broker.url", broker.url());
        config.put("flotilla.broker.start-timeout", "2s");
        config.put("flotilla.broker.call-timeout", "1s");
        config.put("flotilla.broker.first-pause", "10ms");
        config.put("flotilla.session.secret-key", "for-the-tests-only-".repeat(3));
        config.put("flotilla.egress.allow", broker.url().substring("http://".length()));
        config.put("flotilla.trusted-proxies", "127.0.0.1/32");
        return config;
    }

    @Override
    public void stop() {
        servers.stop();
        broker.close();
    }
}
