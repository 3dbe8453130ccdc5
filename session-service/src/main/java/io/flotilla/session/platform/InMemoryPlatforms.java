package io.flotilla.session.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The record for one process: for tests. */
public final class InMemoryPlatforms implements Platforms {
    /** Guarded by this. */
    private final Map<String, UserPlatforms> byUser = new HashMap<>();

    @Override
    public synchronized UserPlatforms of(String userId) {
        return byUser.getOrDefault(userId, UserPlatforms.NONE);
    }

    @Override
    public synchronized <R> R decide(String userId, Function<UserPlatforms, Decided<R>> decision) {
        var decided = decision.apply(of(userId));
        var after = decided.after();
        byUser.replaceAll((user, theirs) -> user.equals(userId) ? theirs : withoutAll(theirs, after));
        byUser.put(userId, after);
        return decided.result();
    }

    private static UserPlatforms withoutAll(UserPlatforms theirs, UserPlatforms gone) {
        var left = theirs;
        for (var one : gone.all()) {
            left = left.without(one.id());
        }
        return left;
    }
}
