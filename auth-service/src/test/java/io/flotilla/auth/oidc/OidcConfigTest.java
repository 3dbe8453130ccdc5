package io.flotilla.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcConfigTest {
    private static OidcConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(OidcConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(OidcConfig.class);
    }

    @Test
    void thereAreNoProvidersByDefault() {
        assertThat(config(Map.of()).providers()).isEmpty();
    }

    @Test
    void theEnvironmentNamesProviders() {
        var providers = config(Map.of(
                        "FLOTILLA_OIDC_ACME_ISSUER", "https://id.acme.example",
                        "FLOTILLA_OIDC_ACME_CLIENT_ID", "c1",
                        "FLOTILLA_OIDC_ACME_CLIENT_SECRET", "s1",
                        "FLOTILLA_OIDC_ACME_TITLE", "Acme & Co",
                        "FLOTILLA_OIDC_ACME_SCOPES", "openid,email",
                        "FLOTILLA_OIDC_UNI_ISSUER", "https://uni.example",
                        "FLOTILLA_OIDC_UNI_CLIENT_ID", "c2"))
                .providers();

        assertThat(providers).containsOnlyKeys("acme", "uni");
        assertThat(providers.get("acme").issuer()).isEqualTo("https://id.acme.example");
        assertThat(providers.get("acme").clientId()).isEqualTo("c1");
        assertThat(providers.get("acme").clientSecret()).isEqualTo(Optional.of("s1"));
        assertThat(providers.get("acme").title()).isEqualTo(Optional.of("Acme & Co"));
        assertThat(providers.get("acme").scopes()).isEqualTo(List.of("openid", "email"));
        assertThat(providers.get("uni").clientSecret()).isEmpty();
        assertThat(providers.get("uni").scopes()).isEqualTo(List.of("openid", "profile", "email"));
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Co,https://id.example,openid",
        "acme,id.example,openid",
        "acme,file:///etc/passwd,openid",
        "acme,https://id.example,email"
    })
    void whatCannotBeAProviderIsRefusedAtTheStart(String id, String issuer, String scope) {
        assertThatThrownBy(() -> new Provider(id, "Acme", issuer, "c", Optional.empty(), List.of(scope)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
