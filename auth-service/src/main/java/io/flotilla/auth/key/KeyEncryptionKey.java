package io.flotilla.auth.key;

import io.flotilla.kit.secret.Secret;
import io.flotilla.kit.secret.SecretFile;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the key-encryption key: in configuration, else in a file of ours that is made at the first start and only we may read. */
final class KeyEncryptionKey {
    private KeyEncryptionKey() {}

    /** Throws {@link IllegalStateException} where there is neither; a key made up for this run would lose all keys with it. */
    static Secret find(Optional<String> configured, Optional<Path> home) {
        if (configured.isPresent()) {
            return Secret.of(configured.get());
        }
        var directory = home.orElseThrow(
                () -> new IllegalStateException("set FLOTILLA_KEY_ENCRYPTION_KEY, or FLOTILLA_HOME to keep one in"));
        return SecretFile.at(directory.resolve("auth").resolve("key-encryption-key"));
    }
}
