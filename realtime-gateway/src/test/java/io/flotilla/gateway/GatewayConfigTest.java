package io.flotilla.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    @Test
    void defaults() {
        var config = read(Map.of());

        assertThat(config.allowedOrigins()).isEmpty();
        assertThat(config.drain()).hasSeconds(5);
        assertThat(config.services().auth()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(config.services().session()).isEqualTo(URI.create("http://127.0.0.1:8082"));
        assertThat(config.services().broker()).isEqualTo(URI.create("http://127.0.0.1:8083"));
        assertThat(config.edge().maxBody().asLongValue()).isEqualTo(1 << 20);
        assertThat(config.edge().connectTimeout()).hasSeconds(2);
        assertThat(config.edge().answerTimeout()).hasSeconds(60);
        assertThat(config.edge().retryAfter()).hasSeconds(2);
        assertThat(config.edge().maxWaiting()).isEqualTo(256);
        assertThat(config.edge().connectionsPerService()).isEqualTo(128);
        assertThat(config.limits().perUser()).isEqualTo(20);
        assertThat(config.limits().perAddress()).isEqualTo(200);
        assertThat(config.limits().perVm()).isEqualTo(500);
        assertThat(config.limits().perNode()).isEqualTo(10_000);
        assertThat(config.player().messagesPerSecond()).isEqualTo(500);
        assertThat(config.player().messageSize().asLongValue()).isEqualTo(64 << 10);
        assertThat(config.player().ping()).hasSeconds(20);
        assertThat(config.media().window().asLongValue()).isEqualTo(96 << 10);
        assertThat(config.media().lag()).hasMillis(500);
        assertThat(config.media().keyFrameInterval()).hasMillis(500);
        assertThat(config.media().stall()).hasSeconds(10);
        assertThat(config.media().linger()).hasSeconds(5);
        assertThat(config.media().patience()).hasSeconds(10);
        assertThat(config.membership().look()).hasSeconds(5);
        assertThat(config.membership().grace()).hasSeconds(30);
        assertThat(config.events().perSession()).isEqualTo(16);
        assertThat(config.events().perAddress()).isEqualTo(64);
        assertThat(config.events().perNode()).isEqualTo(10_000);
        assertThat(config.events().ping()).hasSeconds(25);
        assertThat(config.events().recheck()).hasMinutes(5);
        assertThat(config.events().queue().asLongValue()).isEqualTo(64 << 10);
        assertThat(config.events().lastWords()).hasMillis(250);
    }

    @Test
    void explicitValues() {
        var config = read(Map.of(
                "flotilla.auth.url", "http://auth",
                "flotilla.gateway.services.broker", "http://broker",
                "flotilla.gateway.allowed-origins", "https://a,https://b",
                "flotilla.gateway.edge.max-body", "2M",
                "flotilla.gateway.media.stall", "3s"));

        assertThat(config.services().auth()).isEqualTo(URI.create("http://auth"));
        assertThat(config.services().broker()).isEqualTo(URI.create("http://broker"));
        assertThat(config.allowedOrigins().orElseThrow()).containsExactlyInAnyOrder("https://a", "https://b");
        assertThat(config.edge().maxBody().asLongValue()).isEqualTo(2 << 20);
        assertThat(config.media().stall()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void pagesThatMayCallUsMayOpenSocketsUnlessOthersAreListed() {
        var shared = read(Map.of("flotilla.cors-origins", "https://a,https://b"));
        var own = read(Map.of("flotilla.cors-origins", "https://a", "flotilla.gateway.allowed-origins", "https://c"));

        assertThat(shared.allowedOrigins().orElseThrow()).containsExactlyInAnyOrder("https://a", "https://b");
        assertThat(own.allowedOrigins().orElseThrow()).containsExactly("https://c");
    }

    private static GatewayConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(GatewayConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
