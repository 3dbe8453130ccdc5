package io.flotilla.session.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All platform connections of one user, the one that is their default, and the one they chose. Immutable; whoever has any connection has
 * exactly one default, and every step keeps that so.
 *
 * @param all in order of creation
 * @param defaultId null only while there is none at all
 * @param chosenId null while the user goes with the default
 */
public record UserPlatforms(
        List<PlatformConnection> all,
        @Nullable String defaultId,
        @Nullable String chosenId) {
    public static final UserPlatforms NONE = new UserPlatforms(List.of(), null, null);

    public UserPlatforms {
        all = all.stream()
                .sorted(Comparator.comparing(PlatformConnection::createdAt).thenComparing(PlatformConnection::id))
                .toList();
        chosenId = has(all, chosenId) ? chosenId : null;
        if (!has(all, defaultId)) {
            defaultId = all.isEmpty() ? null : all.getFirst().id();
        }
    }

    public Optional<PlatformConnection> find(@Nullable String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The connection of that name, other than that one. */
    Optional<PlatformConnection> findOther(String name, String id) {
        return all.stream()
                .filter(one -> one.isCalled(name) && !one.id().equals(id))
                .findFirst();
    }

    /** The one that counts now: chosen, else the default. */
    public Optional<PlatformConnection> active() {
        return find(chosenId).or(() -> find(defaultId));
    }

    public boolean isDefault(PlatformConnection connection) {
        return connection.id().equals(defaultId);
    }

    /** Puts it in place of the one with its id, or adds it. */
    public UserPlatforms with(PlatformConnection connection) {
        var others = new ArrayList<>(without(one -> one.id().equals(connection.id())));
        others.add(connection);
        return new UserPlatforms(others, defaultId, chosenId);
    }

    public UserPlatforms without(String id) {
        return new UserPlatforms(without(one -> one.id().equals(id)), defaultId, chosenId);
    }

    public UserPlatforms withDefault(String id) {
        return new UserPlatforms(all, id, chosenId);
    }

    /** The user's choice from now on; null to go with the default again. */
    public UserPlatforms choosing(@Nullable String id) {
        return new UserPlatforms(all, defaultId, id);
    }

    /** These and another's: what is called the same gets a number, and what is chosen here stays so. */
    public UserPlatforms taking(UserPlatforms others) {
        var together = this;
        for (var one : others.all()) {
            together = together.with(one.named(together.free(one.name())));
        }
        return new UserPlatforms(
                together.all(),
                defaultId == null ? others.defaultId() : defaultId,
                chosenId == null ? others.chosenId() : chosenId);
    }

    private String free(String name) {
        return isFree(name)
                ? name
                : IntStream.iterate(2, number -> number + 1)
                        .mapToObj(number -> name + " (" + number + ")")
                        .filter(this::isFree)
                        .findFirst()
                        .orElseThrow();
    }

    private boolean isFree(String name) {
        return all.stream().noneMatch(one -> one.isCalled(name));
    }

    private List<PlatformConnection> without(Predicate<PlatformConnection> unwanted) {
        return all.stream().filter(unwanted.negate()).toList();
    }

    private static boolean has(List<PlatformConnection> all, @Nullable String id) {
        return all.stream().anyMatch(one -> one.id().equals(id));
    }
}
