package io.flotilla.session.sharing;

import static io.flotilla.session.sharing.SharingFixtures.ADA;
import static io.flotilla.session.sharing.SharingFixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.EndReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditedVmActsTest {
    private static final Actor OWNER = new Actor("ada", false);

    private final SharingFixtures sharing = new SharingFixtures();
    private final String id = sharing.created(ADA).session().id();

    @Test
    void areWrittenDownOnceEach() {
        sharing.shares.share(id, OWNER);
        sharing.shares.share(id, OWNER);
        sharing.joins.join(id, BOB);
        sharing.joins.join(id, BOB);
        sharing.leaves.leave(id, new Actor("bob", false));
        sharing.leaves.leave(id, new Actor("bob", false));
        sharing.shares.unshare(id, OWNER);
        sharing.ends.end(id, OWNER);
        sharing.ends.end(id, OWNER);
        sharing.ends.vmGone(id, EndReason.CRASHED);

        assertThat(types())
                .containsExactly("vm-created", "vm-shared", "vm-joined", "vm-left", "vm-unshared", "vm-ended");
        assertThat(sharing.trail.entries())
                .allSatisfy(entry -> assertThat(entry.detail()).containsEntry("vm", id));
    }

    @Test
    void sayWhoAndAsWhat() {
        sharing.shares.share(id, OWNER);
        sharing.joins.join(id, BOB);

        var joined = sharing.trail.entries().getLast();

        assertThat(joined.actor()).isEqualTo("bob");
        assertThat(joined.actorName()).isEqualTo("Bob");
        assertThat(joined.detail()).containsEntry("role", "controller");
    }

    @Test
    void concernTheOwnerWhenTheyHappenByThemselves() {
        sharing.ends.vmGone(id, EndReason.INACTIVE);

        var ended = sharing.trail.entries().getLast();

        assertThat(ended.actor()).isNull();
        assertThat(ended.subject()).isEqualTo("ada");
        assertThat(ended.detail()).containsEntry("reason", "inactive");
    }

    @Test
    void areNotThereForAVmThatNeverCameToLife() {
        sharing.broker.answerOrdersWith(new io.flotilla.session.broker.Start.NoCapacity("full"));

        sharing.creates(BOB);

        assertThat(types()).containsExactly("vm-created");
    }

    private List<String> types() {
        return sharing.trail.entries().stream().map(AuditEntry::type).toList();
    }
}
