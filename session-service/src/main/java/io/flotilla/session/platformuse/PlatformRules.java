package io.flotilla.session.platformuse;

import io.flotilla.session.platform.PlatformConnection;
import io.flotilla.session.platform.UserPlatforms;
import java.util.Optional;
import java.util.function.Predicate;

/** What a user may make of their connections. Pure. */
final class PlatformRules {
    static final int MOST = 20;

    private PlatformRules() {}

    static Optional<Edit> againstNew(UserPlatforms theirs, PlatformWish wish) {
        return theirs.all().size() >= MOST
                ? Optional.of(new Edit.TooMany(MOST))
                : nameTaken(theirs, wish.name(), _ -> true);
    }

    static Optional<Edit> againstChange(UserPlatforms theirs, PlatformConnection before, PlatformWish wish) {
        if (theirs.isDefault(before) && Boolean.FALSE.equals(wish.makeDefault())) {
            return Optional.of(new Edit.Wrong("is_default", "Make another connection the default instead"));
        }
        // A key is meant for whom it was given for: else whoever can edit could have it sent elsewhere.
        var sameReceiver =
                before.type() == wish.type() && InstanceUrl.sameOrigin(before.instanceUrl(), wish.instanceUrl());
        if (before.hasSecret() && wish.secret() == null && !sameReceiver) {
            return Optional.of(new Edit.Wrong("secret", "Another platform or instance_url needs the secret anew"));
        }
        return nameTaken(theirs, wish.name(), one -> !one.id().equals(before.id()));
    }

    private static Optional<Edit> nameTaken(UserPlatforms theirs, String name, Predicate<PlatformConnection> among) {
        return theirs.all().stream().filter(among).anyMatch(one -> one.name().equalsIgnoreCase(name))
                ? Optional.of(new Edit.NameTaken())
                : Optional.empty();
    }
}
