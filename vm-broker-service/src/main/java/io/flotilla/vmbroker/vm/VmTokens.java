package io.flotilla.vmbroker.vm;

import io.flotilla.kit.secret.Secret;

/**
 * The two keys to a VM.
 *
 * @param embed opens its picture as a guest; part of {@code embed_url}
 * @param admin opens its session API
 */
public record VmTokens(Secret embed, Secret admin) {
    public static VmTokens random() {
        return new VmTokens(Secret.random(), Secret.random());
    }
}
