package io.flotilla.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/**
 * A real PostgreSQL, a real Redis and an {@link AuthTwin} for one test run, on free ports, gone afterwards. Use as
 * {@code @QuarkusTestResource(RealServers.class)}; every {@code @QuarkusTest} of a module then shares one application.
 *
 * <p>Sets {@code quarkus.datasource.*}, {@code quarkus.redis.hosts}, {@code flotilla.auth.url}, {@code flotilla.service-secret},
 * {@code quarkus.http.test-port} and {@link TestTokens#KEY_PROPERTY}.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable RedisServer redis;
    private @Nullable AuthTwin auth;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "16MB")
                    .setServerConfig("max_connections", "60")
                    .start();
            var redisPort = freePort();
            redis = RedisServer.builder()
                    .port(redisPort)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            redis.start();
            var httpPort = freePort();
            var tokens = TestTokens.generate();
            auth = AuthTwin.start(tokens, "http://127.0.0.1:" + httpPort);

            var config = new HashMap<String, String>();
            config.put("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"));
            config.put("quarkus.datasource.username", "postgres");
            config.put("quarkus.datasource.password", "postgres");
            config.put("quarkus.redis.hosts", "redis://127.0.0.1:" + redisPort);
            config.put("quarkus.http.test-port", Integer.toString(httpPort));
            config.put("flotilla.auth.url", auth.url());
            config.put("flotilla.service-secret", "test-secret");
            config.put(TestTokens.KEY_PROPERTY, tokens.encodedKey());
            return config;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL or Redis did not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (auth != null) {
                auth.close();
            }
            if (redis != null) {
                redis.stop();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL or Redis did not stop", e);
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
