package io.flotilla.session.vmsession;

/**
 * Somebody who wants in.
 *
 * @param name already cleaned, see {@code DisplayName}
 * @param address as the trusted proxies tell it
 */
public record Person(String userId, String name, String address) {}
