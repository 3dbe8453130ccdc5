package io.flotilla.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySealTest {
    private final KeySeal seal = new KeySeal(Secret.of("x".repeat(32)));

    @Test
    void whatWasSealedComesBack() throws GeneralSecurityException {
        assertThat(seal.unseal("a", seal.seal("a", new byte[] {1, 2, 3}))).containsExactly(1, 2, 3);
    }

    @Test
    void sealingTwiceNeverLooksTheSame() {
        assertThat(seal.seal("a", new byte[16])).isNotEqualTo(seal.seal("a", new byte[16]));
    }

    @Test
    void aSealUnderAnotherNameOrAlteredIsBroken() {
        var sealed = seal.seal("a", new byte[] {1, 2, 3});
        var altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.unseal("b", sealed)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seal.unseal("a", altered)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> seal.unseal("a", new byte[3])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new KeySeal(Secret.of("hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void withoutConfigurationAFileIsMadeThatOnlyWeMayRead(@TempDir Path home) throws Exception {
        var first = KeyEncryptionKey.find(Optional.empty(), Optional.of(home));
        var second = KeyEncryptionKey.find(Optional.empty(), Optional.of(home));

        assertThat(second).isEqualTo(first);
        var file = home.resolve("auth").resolve("key-encryption-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void withNeitherNothingIsMadeUp() {
        assertThatThrownBy(() -> KeyEncryptionKey.find(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FLOTILLA_KEY_ENCRYPTION_KEY");
    }
}
