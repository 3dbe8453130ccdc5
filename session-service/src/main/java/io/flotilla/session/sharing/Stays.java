package io.flotilla.session.sharing;

import io.flotilla.kit.id.IdSource;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** New stays of people in VM sessions, each with an id of its own and beginning now. */
@ApplicationScoped
public class Stays {
    private final IdSource ids;
    private final InstantSource clock;

    public Stays(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Participant begin(Person person, Role role) {
        return Participant.joining(ids.uuid().toString(), person, role, clock.instant());
    }
}
