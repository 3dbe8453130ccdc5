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
        assertThat(config.drainNotice()).isZero();
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
    }

    @Test
    void defaultsOfTheSocketPort() {
        var sockets = read(Map.of()).sockets();

        assertThat(sockets.message().asLongValue()).isEqualTo(128 << 10);
        assertThat(sockets.queue().asLongValue()).isEqualTo(256 << 10);
        assertThat(sockets.ping()).hasSeconds(25);
        assertThat(sockets.pingTimeout()).hasSeconds(20);
        assertThat(sockets.connectTimeout()).hasSeconds(10);
        assertThat(sockets.upgradeTimeout()).hasSeconds(10);
        assertThat(sockets.namespaces()).isEqualTo(8);
        assertThat(sockets.perUser()).isEqualTo(64);
        assertThat(sockets.perAddress()).isEqualTo(200);
        assertThat(sockets.perNode()).isEqualTo(20_000);
        assertThat(sockets.eventsPerSecond()).isEqualTo(300);
        assertThat(sockets.queryToken()).isTrue();
        assertThat(sockets.recheck()).hasMinutes(5);
        assertThat(sockets.checksAtOnce()).isEqualTo(32);
        assertThat(sockets.checkWait()).hasSeconds(5);
        assertThat(sockets.answerWait()).hasSeconds(2);
    }

    @Test
    void defaultsOfRooms() {
        var rooms = read(Map.of()).rooms();

        assertThat(rooms.logLength()).isEqualTo(5000);
        assertThat(rooms.look()).hasSeconds(2);
        assertThat(rooms.controlGrace()).hasSeconds(10);
        assertThat(rooms.commandsPerSecond()).isEqualTo(20);
        assertThat(rooms.chatPerSecond()).isEqualTo(5);
        assertThat(rooms.cursors()).hasMillis(33);
        assertThat(rooms.recordTimeout()).hasSeconds(3);
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
