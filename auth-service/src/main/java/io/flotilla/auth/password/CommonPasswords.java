package io.flotilla.auth.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The list {@code passwords/common.txt}: one a line, in lower case, those long enough to be chosen at all. */
final class CommonPasswords {
    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    static boolean contains(String key) {
        return ALL.contains(key);
    }

    private static Set<String> read() {
        try (var in = CommonPasswords.class.getResourceAsStream("/passwords/common.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of common passwords is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
