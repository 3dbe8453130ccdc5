package io.flotilla.auth.guess;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The twin for tests: one process, which forgets nothing. */
public final class InMemoryKnownPlaces implements KnownPlaces {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Override
    public void remember(String accountId, String place) {
        known.add(accountId + "\n" + place);
    }

    @Override
    public boolean knows(String accountId, String place) {
        return known.contains(accountId + "\n" + place);
    }
}
