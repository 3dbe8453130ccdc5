package io.flotilla.session.people;

import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.vmsession.Actor;

/** Deciding about people, over all that sharing does. */
final class PeopleFixtures {
    static final Actor ADA = new Actor("ada", false);
    static final Actor BOB = new Actor("bob", false);

    final SharingFixtures sharing = new SharingFixtures();
    final KickParticipant kicks = new KickParticipant(sharing.changes, sharing.door, sharing.clock);
    final BanParticipant bans = new BanParticipant(sharing.changes, sharing.door, sharing.clock);
    final ChangeRole roles = new ChangeRole(sharing.changes, sharing.show);
    final SetControl control = new SetControl(sharing.sessions, sharing.changes, sharing.show);
    /** Ada's, and shared. */
    final String id;

    final String vmId;

    PeopleFixtures() {
        var entry = sharing.created(SharingFixtures.ADA);
        id = entry.session().id();
        vmId = entry.vmId();
        sharing.shares.share(id, ADA);
    }

    /** Bob is inside; the id of his stay. */
    String bobJoins() {
        return SharingFixtures.value(sharing.joins.join(id, SharingFixtures.BOB))
                .participant()
                .id();
    }

    String owner() {
        return sharing.sessions
                .find(id)
                .orElseThrow()
                .inside("ada")
                .orElseThrow()
                .id();
    }

    boolean isInside(String userId) {
        return sharing.sessions.find(id).orElseThrow().inside(userId).isPresent();
    }

    boolean isShown(String participantId) {
        return sharing.rooms.of(id).orElseThrow().members().stream()
                .anyMatch(one -> one.participantId().equals(participantId));
    }
}
