package io.flotilla.auth.guess;

import io.flotilla.auth.account.Names;
import org.jspecify.annotations.Nullable;

/**
 * One password tried for one name.
 *
 * @param name as {@link Names#key} has it, of an account or not
 * @param address where from
 * @param accountId whose name it is; null for nobody's
 * @param device the browser, if it has signed in to that very account before
 */
public record Guess(
        String name,
        String address,
        @Nullable String accountId,
        @Nullable String device) {
    public Guess {
        name = Names.key(name);
    }
}
