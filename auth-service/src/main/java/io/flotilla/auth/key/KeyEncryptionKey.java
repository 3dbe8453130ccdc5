package io.flotilla.auth.key;

import io.flotilla.kit.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
        try {
            return inFile(directory.resolve("auth").resolve("key-encryption-key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secret inFile(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            var fresh = Files.createTempFile(
                    file.getParent(),
                    "key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, Secret.random().reveal());
            try {
                // A link, not a move: of two processes that start at once, the second must not replace what the first
                // uses.
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                // Theirs will do.
            } catch (UnsupportedOperationException e) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(fresh);
        }
        return Secret.of(Files.readString(file).strip());
    }
}
