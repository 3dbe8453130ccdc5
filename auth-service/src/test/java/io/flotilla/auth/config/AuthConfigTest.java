package io.flotilla.auth.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthConfigTest {
    private static AuthConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(AuthConfig.class)
                .withSources(new io.smallrye.config.EnvConfigSource(values, 300))
                .build()
                .getConfigMapping(AuthConfig.class);
    }

    @Test
    void theDefaultsAreThese() {
        var config = config(Map.of());

        assertThat(config.serviceSecrets()).isEmpty();
        assertThat(config.apiKey()).isEmpty();
        assertThat(config.keyEncryptionKey()).isEmpty();
        assertThat(config.home()).isEmpty();
        assertThat(config.session().url()).isEqualTo(URI.create("http://127.0.0.1:8082"));
        assertThat(config.session().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.tokens().user()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.tokens().service()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.tokens().participant()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.refresh().idle()).isEqualTo(Duration.ofDays(30));
        assertThat(config.refresh().absolute()).isEqualTo(Duration.ofDays(90));
        assertThat(config.keys().rotateEvery()).isEqualTo(Duration.ofDays(90));
        assertThat(config.keys().publishAhead()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.keys().refresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.session().changeTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.password().signUp()).isTrue();
        assertThat(config.password().memoryKib()).isEqualTo(19_456);
        assertThat(config.password().passes()).isEqualTo(2);
        assertThat(config.password().lanes()).isEqualTo(1);
        assertThat(config.password().atOnce()).isEqualTo(2);
        assertThat(config.password().patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.guesses().perPlace()).isEqualTo(10);
        assertThat(config.guesses().perPlaceWithin()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.guesses().perName()).isEqualTo(100);
        assertThat(config.guesses().perNameWithin()).isEqualTo(Duration.ofHours(1));
        assertThat(config.guesses().knownFor()).isEqualTo(Duration.ofDays(30));
        assertThat(config.admin().username()).isEqualTo("admin");
        assertThat(config.admin().password()).isEmpty();
        assertThat(config.failures().max()).isEqualTo(10);
        assertThat(config.failures().within()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theEnvironmentIsReadByTheseNames() {
        var config = config(Map.of(
                "FLOTILLA_SESSION_URL", "http://s:1",
                "FLOTILLA_SERVICE_SECRETS", "a=b",
                "FLOTILLA_API_KEY", "sk_x",
                "FLOTILLA_KEY_ENCRYPTION_KEY", "k",
                "FLOTILLA_HOME", "/data"));

        assertThat(config.session().url()).isEqualTo(URI.create("http://s:1"));
        assertThat(config.serviceSecrets()).contains("a=b");
        assertThat(config.apiKey()).contains("sk_x");
        assertThat(config.keyEncryptionKey()).contains("k");
        assertThat(config.home()).contains(Path.of("/data"));
    }
}
