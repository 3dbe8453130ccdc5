package io.flotilla.vmbroker.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {
    @Test
    void hasTheseDefaults() {
        var config = config(Map.of("user.dir", "/srv", "quarkus.http.port", "8080"));

        assertThat(config.home()).isEqualTo(Path.of("/srv/.flotilla"));
        assertThat(config.node()).isEqualTo("local");
        assertThat(config.vmDirectory()).isEqualTo(Path.of("/srv/.flotilla/vms/local"));
        assertThat(config.broker().url()).isEqualTo("http://localhost:8080");
        assertThat(config.broker().capacity()).isEmpty();
        var pool = config.broker().pool();
        assertThat(pool.size()).isEqualTo(1);
        assertThat(pool.maxAge()).isEqualTo(Duration.ofMinutes(30));
        assertThat(pool.restAfterClaim()).isEqualTo(Duration.ofMillis(1500));
        assertThat(pool.firstPause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pool.longestPause()).isEqualTo(Duration.ofSeconds(60));
        var media = config.broker().media();
        assertThat(media.window()).isEqualTo(2 << 20);
        assertThat(media.limit()).isEqualTo(8 << 20);
        assertThat(media.stuckAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(media.nodes()).isEqualTo(32);
        assertThat(config.egress().allow()).isEmpty();
        assertThat(config.egress().connections()).isEqualTo(256);
        assertThat(config.egress().connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.egress().idleTimeout()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void readsWhatAnOperatorSets() {
        var config = config(Map.of(
                "user.dir", "/srv",
                "flotilla.home", "/data",
                "flotilla.node", "n1",
                "flotilla.broker.url", "http://n1:8083",
                "flotilla.broker.capacity", "3",
                "flotilla.broker.pool.size", "0",
                "flotilla.egress.allow", "localhost:3000,10.0.0.1:80"));

        assertThat(config.vmDirectory()).isEqualTo(Path.of("/data/vms/n1"));
        assertThat(config.broker().url()).isEqualTo("http://n1:8083");
        assertThat(config.broker().capacity()).hasValue(3);
        assertThat(config.broker().pool().size()).isZero();
        assertThat(config.egress().allow()).contains(List.of("localhost:3000", "10.0.0.1:80"));
    }

    private static BrokerConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(BrokerConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(BrokerConfig.class);
    }
}
