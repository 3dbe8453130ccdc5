package io.flotilla.gateway.membership;

import io.flotilla.gateway.protocol.Role;

/** One entry of {@code members:{vmId}}. */
public record Member(String userId, String name, Role role) {}
