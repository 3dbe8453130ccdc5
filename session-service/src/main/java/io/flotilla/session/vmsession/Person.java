package io.flotilla.session.vmsession;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants in.
 *
 * @param name already cleaned, see {@code DisplayName}
 * @param address as the trusted proxies tell it
 * @param sid user session they come with, with which their way in ends; null when there is none
 */
public record Person(
        String userId,
        String name,
        String address,
        @Nullable String sid) {
    public Person(String userId, String name, String address) {
        this(userId, name, address, null);
    }
}
