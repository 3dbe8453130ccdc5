package io.flotilla.gateway.studydesk;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Who is here, by user, and who of them was told how things stand. Not thread-safe. */
final class Hearers {
    private final Map<String, Set<Hearer>> byUser = new HashMap<>();
    private final Set<Hearer> uninformed = new HashSet<>();

    void add(Hearer hearer, boolean informed) {
        byUser.computeIfAbsent(hearer.userId(), _ -> new LinkedHashSet<>()).add(hearer);
        if (!informed) {
            uninformed.add(hearer);
        }
    }

    /** True when it was the last one of its user. */
    boolean remove(Hearer hearer) {
        uninformed.remove(hearer);
        var theirs = byUser.getOrDefault(hearer.userId(), Set.of());
        if (!theirs.remove(hearer) || !theirs.isEmpty()) {
            return false;
        }
        byUser.remove(hearer.userId());
        return true;
    }

    boolean has(String userId) {
        return byUser.containsKey(userId);
    }

    boolean hasAny(Collection<String> userIds) {
        return userIds.stream().anyMatch(this::has);
    }

    Set<String> users() {
        return Set.copyOf(byUser.keySet());
    }

    /** To each of these users what is theirs. */
    void say(Collection<String> userIds, Function<String, Words> words) {
        for (var user : userIds) {
            var here = byUser.get(user);
            if (here != null) {
                var theirs = words.apply(user);
                here.forEach(one -> one.say(theirs));
            }
        }
    }

    /** Those of these users who were not told yet; they count as told from now on. */
    List<Hearer> inform(Set<String> userIds) {
        var found = uninformed.stream()
                .filter(one -> userIds.contains(one.userId()))
                .toList();
        uninformed.removeAll(found);
        return found;
    }
}
