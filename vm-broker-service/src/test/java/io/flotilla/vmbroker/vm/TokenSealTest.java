package io.flotilla.vmbroker.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import org.junit.jupiter.api.Test;

class TokenSealTest {
    private final TokenSeal seal = new TokenSeal(Secret.of("secret"));
    private final VmTokens tokens = VmTokens.random();

    @Test
    void opensWhatAnyBrokerWithTheSecretSealedForThatVm() {
        var stored = seal.seal("vm-1", tokens);

        assertThat(new TokenSeal(Secret.of("secret")).open("vm-1", stored)).contains(tokens);
        assertThat(stored.embedHash()).isEqualTo(tokens.embed().sha256Hex());
        assertThat(stored.sealed()).doesNotContain(tokens.embed().reveal());
    }

    @Test
    void opensNothingElse() {
        var stored = seal.seal("vm-1", tokens);

        assertThat(seal.open("vm-2", stored)).isEmpty();
        assertThat(new TokenSeal(Secret.of("other")).open("vm-1", stored)).isEmpty();
        assertThat(seal.open("vm-1", new StoredTokens("", "", null))).isEmpty();
        assertThat(seal.open("vm-1", new StoredTokens("", "", "AAAA"))).isEmpty();
        assertThat(seal.open("vm-1", new StoredTokens("", "", "?"))).isEmpty();
    }
}
