package io.flotilla.socket.engineio;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Ids that nobody guesses: 120 random bits, in letters that may stand in a URL. */
public final class Ids {
    private static final int BYTES = 15;

    private Ids() {}

    public static Supplier<String> random() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
