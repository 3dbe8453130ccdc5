package io.flotilla.kit.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A random secret in a file that is made at the first use and only we may read; the same for all processes that share the file. */
public final class SecretFile {
    private SecretFile() {}

    /** Reads it, and makes it where there is none. Throws {@link UncheckedIOException} when neither is possible. */
    public static Secret at(Path file) {
        try {
            return readOrMake(file.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secret readOrMake(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            var fresh = Files.createTempFile(
                    file.getParent(),
                    "secret",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, Secret.random().reveal());
            try {
                // A link, not a move: of two processes at once, the second must not replace what the first uses.
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
