package io.flotilla.session.usersession;

import io.flotilla.kit.secret.Secret;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a browser, and whether that is the one known before. Version numbers are no part of its fingerprint, for a browser that
 * updates itself is no other browser; its language and its address may change, a journey is no theft. Pure.
 *
 * @param agentHash of the user agent without its numbers; null when none was told
 * @param languageHash of the accept-language header; null when none was told
 * @param label the user agent as people may see it; untrusted, but short and without control characters
 */
public record Browser(
        @Nullable String agentHash,
        @Nullable String languageHash,
        @Nullable String label,
        @Nullable String address) {
    private static final int LONGEST = 256;
    private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9._]*");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    /** What to make of a browser that shows a cookie. */
    public sealed interface Judgement {
        /** It is the one; {@code now} is what is known of it from now on. */
        record Same(Browser now) implements Judgement {}

        /** It does not say what it is, though it did before: not vouched for, but no proof of anything either. */
        record Silent() implements Judgement {}

        /** Another browser has the cookie. */
        record Another() implements Judgement {}
    }

    public static Browser of(@Nullable String userAgent, @Nullable String acceptLanguage, @Nullable String address) {
        var agent = cleaned(userAgent);
        var language = cleaned(acceptLanguage);
        return new Browser(
                agent == null ? null : hash(NUMBERS.matcher(agent).replaceAll("#")),
                language == null ? null : hash(language),
                agent,
                address);
    }

    /** Judges what is seen now by what is known; of what is not told now, the known is kept. */
    public Judgement judge(Browser seen) {
        if (agentHash != null && seen.agentHash == null) {
            return new Judgement.Silent();
        }
        if (agentHash != null && !agentHash.equals(seen.agentHash)) {
            return new Judgement.Another();
        }
        return new Judgement.Same(new Browser(
                seen.agentHash,
                seen.languageHash == null ? languageHash : seen.languageHash,
                seen.label,
                Objects.requireNonNullElse(seen.address, address)));
    }

    private static @Nullable String cleaned(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var cut = raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST);
        var clean = UNFIT.matcher(cut).replaceAll(" ").strip();
        return clean.isEmpty() ? null : clean;
    }

    private static String hash(String text) {
        return Secret.of(text.toLowerCase(Locale.ROOT)).sha256Hex();
    }
}
