package io.flotilla.session.platform;

import io.flotilla.session.usersession.CarriedOver;
import io.flotilla.session.usersession.Farewell;
import jakarta.enterprise.context.ApplicationScoped;

/** A visitor's connections become the account's, or go with the visitor. */
@ApplicationScoped
class CarriedPlatforms implements CarriedOver, Farewell {
    private final Platforms platforms;
    private final PlatformSecrets secrets;

    CarriedPlatforms(Platforms platforms, PlatformSecrets secrets) {
        this.platforms = platforms;
        this.secrets = secrets;
    }

    @Override
    public void carryOver(Handover handover) {
        var from = handover.fromUser();
        var to = handover.toUser();
        var theirs = platforms.of(from);
        if (from.equals(to) || theirs.all().isEmpty()) {
            return;
        }
        var sealedAnew = new UserPlatforms(
                theirs.all().stream().map(one -> secrets.moved(one, from, to)).toList(),
                theirs.defaultId(),
                theirs.chosenId());
        platforms.change(to, own -> own.taking(sealedAnew));
        platforms.change(from, _ -> UserPlatforms.NONE);
    }

    /** Nobody could ever come back to them, and nobody's secrets are kept. */
    @Override
    public void gone(String visitor) {
        platforms.change(visitor, _ -> UserPlatforms.NONE);
    }
}
