package io.flotilla.vmbroker.vm;

import org.jspecify.annotations.Nullable;

/**
 * A VM's tokens at rest: hashes to check them by, and both of them sealed, because the dialect shows them again to their owner (a second
 * create with the same tag, {@code GET /v0/vm/{id}}).
 *
 * @param sealed by {@link TokenSeal}; null once the VM is over
 */
public record StoredTokens(
        String embedHash, String adminHash, @Nullable String sealed) {}
