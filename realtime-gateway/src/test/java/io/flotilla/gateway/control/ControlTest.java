package io.flotilla.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Map<String, Role> ALL =
            Map.of("ann", Role.OWNER, "bob", Role.CONTROLLER, "cy", Role.CONTROLLER, "vi", Role.VIEWER);

    @ParameterizedTest
    @CsvSource({
        "FREE, CONTROLLER, true",
        "FREE, VIEWER, false",
        "SINGLE, CONTROLLER, false",
        "SINGLE, OWNER, false",
        "QUEUED, CONTROLLER, false",
        "SUPERVISED, CONTROLLER, false",
        "SUPERVISED, OWNER, false"
    })
    void withoutAHolderOnlyTheFreeModeLetsPeopleAct(Mode mode, Role role, boolean may) {
        assertThat(fresh(mode).mayAct("bob", role, true)).isEqualTo(may);
    }

    @Test
    void inSingleModeTheFirstWhoAsksHoldsAndTheNextWaits() {
        var control = request(request(fresh(Mode.SINGLE), "bob"), "cy");

        assertThat(holder(control)).isEqualTo("bob");
        assertThat(waiting(control)).containsExactly("cy");
        assertThat(control.mayAct("bob", Role.CONTROLLER, false)).isTrue();
        assertThat(control.mayAct("cy", Role.CONTROLLER, true)).isFalse();
    }

    @Test
    void askingTwiceChangesNothingNotEvenTheVersion() {
        var once = request(request(fresh(Mode.SINGLE), "bob"), "cy");

        assertThat(request(request(once, "bob"), "cy")).isEqualTo(once);
    }

    @Test
    void everyChangeIsOneVersion() {
        assertThat(request(fresh(Mode.SINGLE), "bob").version()).isEqualTo(1);
        assertThat(control(request(fresh(Mode.SINGLE), "bob").take("ann", Role.OWNER, NOON))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void onReleaseTheFirstWhoMayFollowsAndViewersAreLeftWaiting() {
        var control = request(request(request(fresh(Mode.SINGLE), "bob"), "vi"), "cy");

        var released = control(control.release("bob", NOON));

        assertThat(holder(released)).isEqualTo("cy");
        assertThat(waiting(released)).containsExactly("vi");
    }

    @Test
    void whoReleasesWhatTheyDoNotHoldOnlyLosesTheirPlace() {
        var control = request(request(fresh(Mode.SINGLE), "bob"), "cy");

        var released = control(control.release("cy", NOON));

        assertThat(holder(released)).isEqualTo("bob");
        assertThat(waiting(released)).isEmpty();
        assertThat(control(released.release("cy", NOON))).isEqualTo(released);
    }

    @ParameterizedTest
    @CsvSource({
        "SINGLE, CONTROLLER, true", "SINGLE, VIEWER, false", "SINGLE, OWNER, true", "QUEUED, CONTROLLER, false",
        "QUEUED, OWNER, true", "SUPERVISED, CONTROLLER, false", "SUPERVISED, OWNER, true", "FREE, CONTROLLER, false"
    })
    void whoMayTake(Mode mode, Role role, boolean may) {
        assertThat(fresh(mode).take("bob", role, NOON) instanceof Control.Outcome.Becomes)
                .isEqualTo(may);
    }

    @Test
    void aViewerActsByAGrantOnly() {
        var waits = request(fresh(Mode.SINGLE), "vi");
        assertThat(waits.holder()).isEmpty();

        var granted = control(waits.grant("vi", Role.VIEWER, NOON));

        assertThat(granted.mayAct("vi", Role.VIEWER, true)).isTrue();
        assertThat(waiting(granted)).isEmpty();
        assertThat(granted.at(NOON, ALL, GRACE)).isEqualTo(granted);
    }

    @Test
    void inFreeModeAGrantLetsAViewerActBesidesTheOthers() {
        var granted = control(request(fresh(Mode.FREE), "vi").grant("vi", Role.VIEWER, NOON));

        assertThat(granted.mayAct("vi", Role.VIEWER, true)).isTrue();
        assertThat(granted.mayAct("bob", Role.CONTROLLER, true)).isTrue();
        assertThat(control(granted.take("ann", Role.OWNER, NOON)).mayAct("vi", Role.VIEWER, true))
                .isFalse();
    }

    @Test
    void underSupervisionOnlyTheOwnerChoosesAndNobodyActsWithoutThem() {
        var asked = request(fresh(Mode.SUPERVISED), "bob");
        assertThat(asked.holder()).isEmpty();

        var granted = control(asked.grant("bob", Role.CONTROLLER, NOON));

        assertThat(granted.mayAct("bob", Role.CONTROLLER, true)).isTrue();
        assertThat(granted.mayAct("bob", Role.CONTROLLER, false)).isFalse();
        assertThat(holder(control(fresh(Mode.SUPERVISED).request("ann", Role.OWNER, NOON))))
                .isEqualTo("ann");
    }

    @Test
    void aTurnEndsWhenSomebodyWaitsForIt() {
        var alone = request(fresh(Mode.QUEUED), "bob");
        assertThat(alone.holder().orElseThrow().turnEndsAt()).isNull();
        assertThat(alone.at(NOON.plusSeconds(600), ALL, GRACE)).isEqualTo(alone);

        var waited = request(alone, "cy");

        assertThat(waited.holder().orElseThrow().turnEndsAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(holder(waited.at(NOON.plusSeconds(59), ALL, GRACE))).isEqualTo("bob");
        assertThat(holder(waited.at(NOON.plusSeconds(60), ALL, GRACE))).isEqualTo("cy");
    }

    @Test
    void whoComesLateToALongTurnFollowsAtOnce() {
        var alone = request(fresh(Mode.QUEUED), "bob");

        var late = control(alone.request("cy", Role.CONTROLLER, NOON.plusSeconds(600)));

        assertThat(holder(late)).isEqualTo("cy");
    }

    @Test
    void aViewerWhoWaitsEndsNobodysTurn() {
        var control = request(request(fresh(Mode.QUEUED), "bob"), "vi");

        assertThat(control.holder().orElseThrow().turnEndsAt()).isNull();
    }

    @Test
    void whoIsGoneLosesControlAfterTheGraceAndNotBefore() {
        var control = request(request(fresh(Mode.SINGLE), "bob"), "cy");
        var withoutBob = Map.of("ann", Role.OWNER, "cy", Role.CONTROLLER);

        var away = control.at(NOON, withoutBob, GRACE);
        assertThat(holder(away)).isEqualTo("bob");
        assertThat(holder(away.at(NOON.plusSeconds(9), withoutBob, GRACE))).isEqualTo("bob");
        assertThat(away.at(NOON.plusSeconds(9), ALL, GRACE)
                        .holder()
                        .orElseThrow()
                        .awaySince())
                .isNull();

        assertThat(holder(away.at(NOON.plusSeconds(10), withoutBob, GRACE))).isEqualTo("cy");
    }

    @Test
    void whoWaitsAndIsGoneLosesThePlace() {
        var control = request(request(fresh(Mode.SINGLE), "bob"), "cy");
        var withoutCy = Map.of("ann", Role.OWNER, "bob", Role.CONTROLLER);

        var away = control.at(NOON, withoutCy, GRACE);

        assertThat(waiting(away)).containsExactly("cy");
        assertThat(waiting(away.at(NOON.plusSeconds(10), withoutCy, GRACE))).isEmpty();
    }

    @Test
    void whoBecomesAViewerLosesControl() {
        var control = request(fresh(Mode.SINGLE), "bob");

        assertThat(control.at(NOON, Map.of("bob", Role.VIEWER), GRACE).holder()).isEmpty();
    }

    @Test
    void aChangeOfModeLeavesNobodyInControl() {
        var control = request(request(fresh(Mode.SINGLE), "bob"), "cy");

        var changed = control.in(Mode.QUEUED, Duration.ofSeconds(30));

        assertThat(changed.holder()).isEmpty();
        assertThat(changed.queue()).isEmpty();
        assertThat(changed.in(Mode.QUEUED, Duration.ofSeconds(30))).isEqualTo(changed);
    }

    @Test
    void theQueueIsBounded() {
        var control = request(fresh(Mode.SINGLE), "bob");
        for (int i = 0; i < 100; i++) {
            control = control(control.request("p" + i, Role.CONTROLLER, NOON));
        }

        assertThat(control.request("one-too-many", Role.CONTROLLER, NOON))
                .isInstanceOf(Control.Outcome.Forbidden.class);
    }

    @Test
    void aLeaseIsReadAsItWasWritten() {
        var control = request(request(request(fresh(Mode.QUEUED), "bob"), "vi"), "cy")
                .at(NOON, Map.of("cy", Role.CONTROLLER), GRACE);

        assertThat(LeaseJson.read(LeaseJson.write(control))).isEqualTo(control);
    }

    private static Control fresh(Mode mode) {
        return Control.fresh(mode, Duration.ofSeconds(60), 0);
    }

    private static Control request(Control before, String who) {
        return control(before.request(who, ALL.get(who), NOON));
    }

    private static Control control(Control.Outcome outcome) {
        return ((Control.Outcome.Becomes) outcome).control();
    }

    private static String holder(Control control) {
        return control.holder().map(Control.Holder::participantId).orElse("nobody");
    }

    private static List<String> waiting(Control control) {
        return control.queue().stream().map(Control.Waiting::participantId).toList();
    }
}
