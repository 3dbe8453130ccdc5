package io.flotilla.kit.identity;

import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Fetched with the service's secret, shared by all callers, renewed when four fifths of its life are over. While auth-service is away, an
 * old token serves until it really ends.
 */
@Singleton
@DefaultBean
public final class HttpServiceTokens implements ServiceTokens {
    private static final Logger log = Logger.getLogger(HttpServiceTokens.class);
    private static final Duration SAFETY = Duration.ofSeconds(10);

    private final JsonClient client;
    private final InstantSource clock;
    private final KitConfig config;
    private final URI url;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile Held held = new Held("", Instant.MIN, Instant.MIN);

    public HttpServiceTokens(JsonClient client, InstantSource clock, KitConfig config) {
        this.client = client;
        this.clock = clock;
        this.config = config;
        this.url = URI.create(config.auth().url() + "/internal/tokens/service");
    }

    @Override
    public String bearer() {
        if (held.renewAt().isAfter(clock.instant())) {
            return held.token();
        }
        fetching.lock();
        try {
            if (!held.renewAt().isAfter(clock.instant())) {
                renew();
            }
            return held.token();
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public void forget() {
        held = new Held("", Instant.MIN, Instant.MIN);
    }

    private void renew() {
        try {
            held = fetch();
        } catch (Unavailable e) {
            if (!held.endsAt().isAfter(clock.instant())) {
                throw e;
            }
            log.warnf("the service token could not be renewed yet: %s", e.getMessage());
        }
    }

    private Held fetch() {
        var secret =
                config.serviceSecret().orElseThrow(() -> new Unavailable("FLOTILLA_SERVICE_SECRET is not configured"));
        var pair = (config.serviceName() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        var answer = client.post(
                url,
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)),
                null,
                config.auth().timeout());
        var token = answer.body().path("access_token").asText("");
        var life = Duration.ofSeconds(answer.body().path("expires_in").asLong(0));
        if (!answer.ok() || token.isEmpty() || life.compareTo(SAFETY) <= 0) {
            throw new Unavailable("auth-service gives no service token: " + answer.status());
        }
        var now = clock.instant();
        return new Held(
                token,
                now.plus(life.multipliedBy(4).dividedBy(5)),
                now.plus(life).minus(SAFETY));
    }

    private record Held(String token, Instant renewAt, Instant endsAt) {}
}
