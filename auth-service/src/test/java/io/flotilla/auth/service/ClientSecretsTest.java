package io.flotilla.auth.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.secret.Secret;
import org.junit.jupiter.api.Test;

class ClientSecretsTest {
    private final ClientSecrets secrets = ClientSecrets.parse("a=one; b = two=2 ;");

    @Test
    void aSecretOpensItsOwnServiceOnly() {
        assertThat(secrets.matches("a", Secret.of("one"))).isTrue();
        assertThat(secrets.matches("b", Secret.of("two=2"))).isTrue();
        assertThat(secrets.matches("a", Secret.of("two=2"))).isFalse();
        assertThat(secrets.matches("c", Secret.of("one"))).isFalse();
        assertThat(secrets.matches("a", Secret.of(""))).isFalse();
    }

    @Test
    void noneConfiguredOpensNothing() {
        assertThat(ClientSecrets.parse("").matches("a", Secret.of(""))).isFalse();
    }

    @Test
    void nonsenseIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> ClientSecrets.parse("swordfish"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("swordfish");
    }
}
