package io.flotilla.session.people;

import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import io.flotilla.session.vmsession.Actor;
import jakarta.enterprise.context.RequestScoped;

/** The user for whom the gateway asks. An administrator is a user like others here: rooms are their owners'. */
@RequestScoped
public class OnBehalf {
    private final CurrentCaller caller;

    OnBehalf(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The user, or a problem: another service, or nobody in particular. */
    public Actor actor() {
        var user = caller.service("realtime-gateway").onBehalfOf();
        if (user == null || user.isBlank()) {
            throw Problem.of(400, "X-On-Behalf-Of must say for whom")
                    .with("field", "X-On-Behalf-Of")
                    .asException();
        }
        return new Actor(user, false);
    }
}
