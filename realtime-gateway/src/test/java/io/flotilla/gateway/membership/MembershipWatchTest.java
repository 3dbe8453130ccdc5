package io.flotilla.gateway.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.vm.InMemoryVmDirectory;
import io.flotilla.kit.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipWatchTest {
    private final InMemoryMembers members = new InMemoryMembers();
    private final InMemoryVmDirectory vms = new InMemoryVmDirectory();
    private final List<Seat> seats = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean redisIsAway;
    private final MembershipWatch watch = new MembershipWatch(
            new Seats() {
                @Override
                public Set<String> vms() {
                    return seats.isEmpty() ? Set.of() : Set.of("vm-1");
                }

                @Override
                public List<Seat> at(String vmId) {
                    return vmId.equals("vm-1") ? List.copyOf(seats) : List.of();
                }
            },
            this::list,
            vms,
            () -> now,
            Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"left, LEFT", "kicked, KICKED", "banned, BANNED", "ended, ENDED", "unshared, KICKED"})
    void theWordOfSessionServiceIsEnough(String reason, CloseCode code) {
        var bob = sit("bob", Role.VIEWER);
        var ada = sit("ada", Role.OWNER);

        watch.heard("{\"vmId\":\"vm-1\",\"participantId\":\"p-bob\",\"reason\":\"" + reason + "\"}");

        assertThat(bob.closed).isEqualTo(code);
        assertThat(ada.closed).isNull();
    }

    @Test
    void theEndIsForGuestsToo() {
        var ada = sit("ada", Role.OWNER);
        var guest = sit(new Seat.Claim.Guest("sha"), Role.CONTROLLER);

        watch.heard("{\"vmId\":\"vm-1\",\"reason\":\"ended\"}");

        assertThat(ada.closed).isEqualTo(CloseCode.ENDED);
        assertThat(guest.closed).isEqualTo(CloseCode.ENDED);
    }

    @Test
    void whoIsNotOnTheListHasLeft() {
        sit("ada", Role.OWNER);
        var bob = sit("bob", Role.VIEWER);
        members.remove("vm-1", "p-bob");

        watch.look();

        assertThat(bob.closed).isEqualTo(CloseCode.LEFT);
    }

    @Test
    void aRoleOfTheListHolds() {
        var bob = sit("bob", Role.VIEWER);
        members.put("vm-1", "p-bob", new Member("u-bob", "bob", Role.CONTROLLER));

        watch.heard("{\"vmId\":\"vm-1\",\"participantId\":\"p-bob\",\"reason\":\"role\"}");
        watch.look();

        assertThat(bob.role).isEqualTo(Role.CONTROLLER);
        assertThat(bob.changes).isEqualTo(1);
    }

    @Test
    void aLostListIsWaitedFor() {
        var ada = sit("ada", Role.OWNER);
        members.remove("vm-1", "p-ada");

        watch.look();
        now = now.plusSeconds(29);
        watch.look();
        assertThat(ada.closed).isNull();
        members.put("vm-1", "p-ada", new Member("u-ada", "ada", Role.OWNER));
        watch.look();
        members.remove("vm-1", "p-ada");
        watch.look();
        now = now.plusSeconds(29);
        watch.look();
        assertThat(ada.closed).isNull();
        now = now.plusSeconds(1);
        watch.look();

        assertThat(ada.closed).isEqualTo(CloseCode.ENDED);
    }

    @Test
    void whatCannotBeReadDecidesNothing() {
        var ada = sit("ada", Role.OWNER);
        redisIsAway = true;

        watch.look();
        now = now.plusSeconds(3_600);
        watch.look();

        assertThat(ada.closed).isNull();
    }

    @Test
    void guestsStayAsLongAsTheirTokenIsListed() {
        sit("ada", Role.OWNER);
        vms.embed("sha", "vm-1");
        var guest = sit(new Seat.Claim.Guest("sha"), Role.CONTROLLER);
        var other = sit(new Seat.Claim.Guest("gone"), Role.CONTROLLER);

        watch.look();
        now = now.plusSeconds(30);
        watch.look();

        assertThat(guest.closed).isNull();
        assertThat(other.closed).isEqualTo(CloseCode.ENDED);
    }

    @Test
    void nonsenseOnTheChannelIsIgnored() {
        var ada = sit("ada", Role.OWNER);

        watch.heard("");
        watch.heard("{}");
        watch.heard("[1]");
        watch.heard("{\"vmId\":\"vm-1\",\"reason\":\"tea\"}");

        assertThat(ada.closed).isNull();
    }

    private Optional<Map<String, Member>> list(String vmId) {
        if (redisIsAway) {
            throw new Unavailable("away");
        }
        return members.of(vmId);
    }

    private Chair sit(String name, Role role) {
        members.put("vm-1", "p-" + name, new Member("u-" + name, name, role));
        return sit(new Seat.Claim.Participant("p-" + name), role);
    }

    private Chair sit(Seat.Claim claim, Role role) {
        var chair = new Chair(claim, role);
        seats.add(chair);
        return chair;
    }

    private static final class Chair implements Seat {
        private final Claim claim;
        private Role role;
        private int changes;
        private @Nullable CloseCode closed;

        Chair(Claim claim, Role role) {
            this.claim = claim;
            this.role = role;
        }

        @Override
        public Claim claim() {
            return claim;
        }

        @Override
        public Role role() {
            return role;
        }

        @Override
        public void role(Role now) {
            role = now;
            changes++;
        }

        @Override
        public void close(CloseCode code, String reason) {
            closed = code;
        }
    }
}
