package io.flotilla.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitConfigTest {
    private static KitConfig config(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("QUARKUS_APPLICATION_NAME", "some-service");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(KitConfig.class)
                .withSources(new EnvConfigSource(all, 300))
                .build()
                .getConfigMapping(KitConfig.class);
    }

    @Test
    void theDefaultsAreThese() {
        var config = config(Map.of());

        assertThat(config.serviceName()).isEqualTo("some-service");
        assertThat(config.serviceSecret()).isEmpty();
        assertThat(config.node()).isEqualTo("local");
        assertThat(config.issuer()).isEqualTo("flotilla");
        assertThat(config.trustedProxies()).isEmpty();
        assertThat(config.publicUrl()).isEmpty();
        assertThat(config.plainHttp()).isFalse();
        assertThat(config.exitWithParent()).isFalse();
        assertThat(config.contentSecurityPolicy()).startsWith("default-src 'none'; frame-ancestors 'none'");
        assertThat(config.auth().url()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(config.auth().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.auth().keysMaxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.auth().keysUsableFor()).isEqualTo(Duration.ofHours(1));
        assertThat(config.auth().keysMinInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.exchange().maxEntries()).isEqualTo(10_000);
        assertThat(config.exchange().rememberRefusals()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.revocation().poll()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.revocation().staleAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.facts().keep()).isEqualTo(10_000);
        assertThat(config.facts().reclaimAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theEnvironmentIsReadByTheseNames() {
        var config = config(Map.of(
                "FLOTILLA_AUTH_URL", "http://auth:1",
                "FLOTILLA_SERVICE_SECRET", "s",
                "FLOTILLA_NODE", "n-1",
                "FLOTILLA_TRUSTED_PROXIES", "127.0.0.1/32,::1/128",
                "FLOTILLA_PUBLIC_URL", "https://f.example",
                "FLOTILLA_PLAIN_HTTP", "true",
                "FLOTILLA_EXIT_WITH_PARENT", "1",
                "FLOTILLA_ISSUER", "me"));

        assertThat(config.auth().url()).isEqualTo(URI.create("http://auth:1"));
        assertThat(config.serviceSecret()).contains("s");
        assertThat(config.node()).isEqualTo("n-1");
        assertThat(config.trustedProxies().orElseThrow()).containsExactly("127.0.0.1/32", "::1/128");
        assertThat(config.publicUrl()).contains(URI.create("https://f.example"));
        assertThat(config.plainHttp()).isTrue();
        assertThat(config.exitWithParent()).isTrue();
        assertThat(config.issuer()).isEqualTo("me");
    }

    @Test
    void emptyIsAsGoodAsNotThere() {
        var config = config(Map.of("FLOTILLA_TRUSTED_PROXIES", "", "FLOTILLA_PUBLIC_URL", ""));

        assertThat(config.trustedProxies()).isEmpty();
        assertThat(config.publicUrl()).isEmpty();
    }
}
