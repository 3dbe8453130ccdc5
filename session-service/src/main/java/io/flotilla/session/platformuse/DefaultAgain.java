package io.flotilla.session.platformuse;

import io.flotilla.session.platform.Platforms;
import io.flotilla.session.usersession.FreshStart;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever comes back starts with their default platform, whatever they had switched to the last time. */
@ApplicationScoped
class DefaultAgain implements FreshStart {
    private final Platforms platforms;

    DefaultAgain(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public void beginAnew(String userId) {
        platforms.change(userId, theirs -> theirs.choosing(null));
    }
}
