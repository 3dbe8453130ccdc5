package io.flotilla.session.platformuse;

import io.flotilla.kit.identity.Caller;
import io.flotilla.session.usersession.ActivePlatform;
import io.flotilla.session.usersession.UserSessionEvent;
import io.flotilla.session.usersession.UserSessionEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Carries out what may change which connection is active, and tells all of the user's tabs and devices when it did. */
@ApplicationScoped
public class SwitchPlatform {
    private final EditPlatforms edits;
    private final ActivePlatform active;
    private final UserSessionEvents events;

    public SwitchPlatform(EditPlatforms edits, ActivePlatform active, UserSessionEvents events) {
        this.edits = edits;
        this.active = active;
        this.events = events;
    }

    Edit switchTo(Caller.User user, String id) {
        return announcing(user, () -> edits.choose(user.userId(), id));
    }

    Edit create(Caller.User user, PlatformWish wish) {
        return announcing(user, () -> edits.create(user.userId(), wish));
    }

    Edit update(Caller.User user, String id, PlatformWish wish) {
        return announcing(user, () -> edits.update(user.userId(), id, wish));
    }

    Edit makeDefault(Caller.User user, String id) {
        return announcing(user, () -> edits.makeDefault(user.userId(), id));
    }

    /** The active one gone, the default counts, if there is one. */
    Edit remove(Caller.User user, String id) {
        return announcing(user, () -> edits.remove(user.userId(), id));
    }

    private Edit announcing(Caller.User user, Supplier<Edit> act) {
        var before = active.of(user.userId());
        var edit = act.get();
        var after = active.of(user.userId());
        if (edit instanceof Edit.Done && !before.equals(after)) {
            events.tell(new UserSessionEvent.PlatformSwitched(user.userId(), after.orElse(null), user.sessionId()));
        }
        return edit;
    }
}
