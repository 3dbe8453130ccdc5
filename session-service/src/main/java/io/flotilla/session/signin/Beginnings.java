package io.flotilla.session.signin;

import io.flotilla.session.usersession.CarriedOver;
import io.flotilla.session.usersession.CarriedOver.Handover;
import io.flotilla.session.usersession.FreshStart;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What other packages do in the transaction of a sign-in. */
@ApplicationScoped
class Beginnings {
    private final List<CarriedOver> carried;
    private final List<FreshStart> fresh;

    Beginnings(@All List<CarriedOver> carried, @All List<FreshStart> fresh) {
        this.carried = carried;
        this.fresh = fresh;
    }

    void beginAnew(String userId) {
        fresh.forEach(each -> each.beginAnew(userId));
    }

    void carryOver(Handover handover) {
        carried.forEach(each -> each.carryOver(handover));
    }
}
