package io.flotilla.gateway.broadcast;

import io.flotilla.gateway.registry.Entry;
import java.util.Collections;
import java.util.Set;

/**
 * Who of a target is left out.
 *
 * @param roles only users with one of these; empty: any
 * @param exceptSockets ids
 */
public record Filter(Set<String> roles, Set<String> exceptUsers, Set<String> exceptSockets) {
    public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of());

    public Filter {
        roles = Set.copyOf(roles);
        exceptUsers = Set.copyOf(exceptUsers);
        exceptSockets = Set.copyOf(exceptSockets);
    }

    boolean passes(Entry entry) {
        return (roles.isEmpty() || !Collections.disjoint(roles, entry.who().roles()))
                && !exceptUsers.contains(entry.who().userId())
                && !exceptSockets.contains(entry.socket().id());
    }
}
