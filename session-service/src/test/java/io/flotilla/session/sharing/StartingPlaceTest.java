package io.flotilla.session.sharing;

import static io.flotilla.session.sharing.SharingFixtures.ADA;
import static io.flotilla.session.sharing.SharingFixtures.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.usersession.ActivePlatform.Platform;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartingPlaceTest {
    private static final Platform REMOTE = new Platform("c1", "Remote", "hyperbeam", "https://x.example", true);
    private static final Platform OWN = new Platform("c2", "Here", "chromium", null, true);

    private final SharingFixtures sharing = new SharingFixtures();

    @Test
    void isThisInstallationForWhoHasChosenNothing() {
        var setup = value(creates(null)).session().setup();

        assertThat(setup.platform()).isEqualTo("chromium");
        assertThat(setup.connectionId()).isNull();
    }

    @Test
    void isTheActiveConnection() {
        sharing.active = Optional.of(OWN);

        var setup = value(creates(null)).session().setup();

        assertThat(setup.platform()).isEqualTo("chromium");
        assertThat(setup.connectionId()).isEqualTo("c2");
    }

    @Test
    void isWhatWasAskedForBeforeWhatIsActive() {
        sharing.active = Optional.of(REMOTE);

        assertThat(value(creates("chromium")).session().setup().connectionId()).isNull();
    }

    @Test
    void takesAndLeavesNothingWhereNothingCanStart() {
        sharing.active = Optional.of(REMOTE);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(creates(null)).isEqualTo(Outcome.refused(new Refusal.PlatformMissing("hyperbeam")));
        }
        assertThat(creates("kubernetes")).isEqualTo(Outcome.refused(new Refusal.PlatformMissing("kubernetes")));

        assertThat(sharing.sessions.unfinished()).isEmpty();
        assertThat(sharing.broker.running()).isEmpty();
        sharing.active = Optional.empty();
        assertThat(creates(null)).isInstanceOf(Outcome.Done.class);
        assertThat(creates(null)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<Entry> creates(String platform) {
        return sharing.once.create(ADA, new VmWishes(platform, null, null, null, null, null, null, Optional.empty()));
    }
}
