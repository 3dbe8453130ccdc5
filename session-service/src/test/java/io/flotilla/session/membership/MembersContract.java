package io.flotilla.session.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every members read model promises. */
public abstract class MembersContract {
    private final String vmId = UUID.randomUUID().toString();
    private final Member ada = member("p-ada");
    private final Member bob = member("p-bob");

    protected abstract Members members();

    /** The ids of those who may connect now. */
    protected abstract Set<String> inside(String vm);

    @Test
    void letsInWhoWasPut() {
        members().put(vmId, ada);
        members().put(vmId, ada);
        members().put(vmId, bob);

        assertThat(inside(vmId)).containsExactlyInAnyOrder("p-ada", "p-bob");
    }

    @Test
    void letsOutOnlyWhoWasRemoved() {
        members().put(vmId, ada);
        members().put(vmId, bob);

        members().remove(vmId, "p-bob", "left");
        members().remove(vmId, "p-bob", "left");

        assertThat(inside(vmId)).containsExactly("p-ada");
    }

    @Test
    void letsEverybodyOut() {
        members().put(vmId, ada);

        members().removeAll(vmId, "ended");
        members().removeAll("never seen", "ended");

        assertThat(inside(vmId)).isEmpty();
    }

    @Test
    void becomesExactlyWhatItIsAlignedWith() {
        members().put(vmId, ada);

        members().align(vmId, List.of(bob));
        assertThat(inside(vmId)).containsExactly("p-bob");

        members().align(vmId, List.of());
        assertThat(inside(vmId)).isEmpty();
    }

    @Test
    void keepsVmsApart() {
        members().put(vmId, ada);
        members().put(vmId + "-2", bob);

        members().removeAll(vmId, "ended");

        assertThat(inside(vmId + "-2")).containsExactly("p-bob");
    }

    private static Member member(String id) {
        return new Member(id, "user-of-" + id, "controller", "Name", Instant.EPOCH);
    }
}
