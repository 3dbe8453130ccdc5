package io.flotilla.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.revocation.InMemoryRevocations;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.testkit.TestTokens;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to tokens while auth-service or the list of revocations is away: nobody gets in, and nobody is told they are wrong. */
class AuthAwayTest {
    private final TestTokens tokens = TestTokens.generate();
    private final AtomicInteger asked = new AtomicInteger();
    private final MovableClock clock = new MovableClock();
    private volatile boolean away;
    private HttpServer auth;
    private KitConfig config;
    private HttpPublicKeys keys;

    @BeforeEach
    void start() throws IOException {
        auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.createContext("/", exchange -> {
            asked.incrementAndGet();
            var service = exchange.getRequestURI().getPath().endsWith("/service");
            var body = (service ? "{\"access_token\":\"t" + asked + "\",\"expires_in\":600}" : tokens.jwks())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        auth.start();
        config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(KitConfig.class)
                .withSources(new EnvConfigSource(
                        Map.of(
                                "FLOTILLA_AUTH_URL",
                                        "http://127.0.0.1:" + auth.getAddress().getPort(),
                                "FLOTILLA_SERVICE_SECRET", "s",
                                "QUARKUS_APPLICATION_NAME", "some-service"),
                        300))
                .build()
                .getConfigMapping(KitConfig.class);
        keys = new HttpPublicKeys(new JsonClient(new ObjectMapper()), clock, config);
    }

    @AfterEach
    void stop() {
        auth.stop(0);
    }

    private TokenVerifier verifier(Revocations revocations) {
        return new TokenVerifier(keys, revocations, clock, config);
    }

    private TokenVerifier verifier() {
        return verifier(new InMemoryRevocations(clock));
    }

    private String token() {
        return tokens.user("ada", "sid", "", "user");
    }

    @Test
    void withoutAnyKeyNobodyKnows() {
        away = true;

        assertThat(verifier().verify(token(), TokenKind.USER)).isInstanceOf(TokenCheck.Unknown.class);
        assertThat(keys.available()).isFalse();
    }

    @Test
    void withTheKeyInMemoryItGoesOnForAWhile() {
        assertThat(verifier().verify(token(), TokenKind.USER)).isInstanceOf(TokenCheck.Accepted.class);
        away = true;

        clock.move(Duration.ofMinutes(3));
        assertThat(verifier().verify(token(), TokenKind.USER)).isInstanceOf(TokenCheck.Accepted.class);
    }

    @Test
    void keysNobodyCouldConfirmForAnHourCountNoMore() {
        assertThat(keys.find("test-key")).isNotNull();
        away = true;

        clock.move(Duration.ofMinutes(30));
        assertThat(keys.find("test-key")).isNotNull();
        clock.move(Duration.ofMinutes(31));
        assertThatThrownBy(() -> keys.find("test-key")).isInstanceOf(Unavailable.class);
    }

    @Test
    void strangeKeyIdsMakeNoFlood() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("stranger-" + i)).isNull();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void aStrangeKeyIdIsUnknownWhileTheNewestKeysCannotBeHad() {
        assertThat(keys.find("test-key")).isNotNull();
        away = true;
        clock.move(Duration.ofSeconds(6));

        assertThatThrownBy(() -> keys.find("perhaps-new")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aListOfRevocationsThatCannotBeReadLetsNobodyIn() {
        Revocations unread = new Revocations() {
            @Override
            public void revoke(String sid, Instant until) {
                throw new Unavailable("away");
            }

            @Override
            public boolean isRevoked(String sid) {
                throw new Unavailable("away");
            }

            @Override
            public Subscription onRevoked(Consumer<String> listener) {
                return () -> {};
            }
        };

        assertThat(verifier(unread).verify(token(), TokenKind.USER)).isInstanceOf(TokenCheck.Unknown.class);
    }

    @Test
    void aServiceTokenIsFetchedOnceRenewedEarlyAndUsedToItsEnd() {
        var service = new HttpServiceTokens(new JsonClient(new ObjectMapper()), clock, config);

        var first = service.bearer();
        assertThat(service.bearer()).isEqualTo(first);
        clock.move(Duration.ofSeconds(481));
        away = true;
        assertThat(service.bearer()).isEqualTo(first);
        away = false;
        assertThat(service.bearer()).isNotEqualTo(first);
        away = true;
        clock.move(Duration.ofMinutes(11));
        assertThatThrownBy(service::bearer).isInstanceOf(Unavailable.class);
    }

    /** Starts now, because test tokens are made by the system's clock. */
    private static final class MovableClock implements InstantSource {
        private Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }
}
