package io.flotilla.gateway.broadcast;

import java.util.Set;

/** Whom a broadcast is for. */
public sealed interface Target {
    record All() implements Target {}

    record Users(Set<String> ids) implements Target {
        public Users {
            ids = Set.copyOf(ids);
        }
    }

    record Groups(Set<String> ids) implements Target {
        public Groups {
            ids = Set.copyOf(ids);
        }
    }

    /** Those in the room of a VM session. */
    record Room(String id) implements Target {}

    /** As in {@code contracts/audit.md}. */
    default String word() {
        return switch (this) {
            case All() -> "all";
            case Users _ -> "users";
            case Groups _ -> "groups";
            case Room _ -> "room";
        };
    }
}
