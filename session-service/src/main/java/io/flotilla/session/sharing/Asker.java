package io.flotilla.session.sharing;

import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.http.Origin;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.session.sessionrecord.UserActivity;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Person;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who sends this request, from where, and by which address of ours. */
@RequestScoped
public class Asker {
    private final CurrentCaller caller;
    private final ClientAddress address;
    private final Origin origin;
    private final UserActivity activity;
    private final UserSessions sessions;

    Asker(CurrentCaller caller, ClientAddress address, Origin origin, UserActivity activity, UserSessions sessions) {
        this.caller = caller;
        this.address = address;
        this.origin = origin;
        this.activity = activity;
        this.sessions = sessions;
    }

    /** The user, who only looks. */
    public Caller.User looking() {
        return caller.user();
    }

    /** The user, who acts: their session lives on. */
    public Caller.User acting() {
        var user = caller.user();
        activity.acted(user.sessionId());
        return user;
    }

    Person person(Caller.User user, Optional<String> name) {
        var shown = name.or(() -> username(user)).orElseGet(() -> DisplayName.ofGuest(user.userId()));
        return new Person(user.userId(), shown, address.value(), user.sessionId());
    }

    /** An account is known by its name. */
    private Optional<String> username(Caller.User user) {
        return sessions.findByHandle(user.sessionId())
                .flatMap(session -> Optional.ofNullable(session.holder().username()));
    }

    public static Actor actor(Caller.User user) {
        return new Actor(user.userId(), user.isAdmin());
    }

    /** The public base URL that the browser used. */
    String origin() {
        return origin.value();
    }
}
