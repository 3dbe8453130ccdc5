package io.flotilla.systemtests;

import static io.flotilla.systemtests.Scenario.patiently;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.Harbour.Shared;
import io.flotilla.systemtests.faults.FaultyLine;
import io.flotilla.systemtests.product.Service;
import io.flotilla.systemtests.rooms.RoomMember;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever breaks: what was acknowledged is heard by everyone, once and in order, or everyone is told to look again. */
@Order(23)
final class DeliveryScenario extends SocketScenario {
    private static final int MEMBERS = 6;

    private Shared shared;
    private List<RoomMember> members = List.of();

    @BeforeEach
    void share() {
        shared = harbour().share();
    }

    @AfterEach
    void end() {
        members.forEach(RoomMember::leave);
        shared.close();
    }

    @Test
    void tornLinesLoseDoubleAndReorderNothing() {
        try (var first = FaultyLine.to(harbour().node(0));
                var second = FaultyLine.to(harbour().node(1))) {
            var lines = List.of(first, second);
            gather(() -> lines.get(ThreadLocalRandom.current().nextInt(2)).url());

            for (int sent = 0; sent < 300; sent++) {
                write(sent);
                if (sent % 15 == 7) {
                    lines.get(sent / 15 % 2).cutOne();
                }
            }

            untilEverythingIsHeard();
            assertSpotless();
            assertThat(members).as("cuts were felt").anyMatch(member -> member.recovered() > 0);
            assertThat(members)
                    .as("nobody had to begin anew")
                    .allMatch(member -> member.joined() == member.recovered() + 1);
        }
    }

    @Test
    void whenANodeIsKilledItsPeopleGoOnAtTheOther() {
        gather(() -> harbour().node(ThreadLocalRandom.current().nextInt(2)));

        for (int sent = 0; sent < 120; sent++) {
            write(sent);
            if (sent == 60) {
                flotilla().kill(Harbour.SECOND_GATEWAY);
            }
        }

        untilEverythingIsHeard();
        assertSpotless();
        assertThat(members).anyMatch(member -> member.recovered() > 0);
        untilBothNodesAreWell();
    }

    @Test
    void aRedisThatDiesAndComesBackLeavesNoSilentHole() {
        gather(() -> harbour().node(ThreadLocalRandom.current().nextInt(2)));

        for (int sent = 0; sent < 90; sent++) {
            write(sent);
            if (sent == 45) {
                flotilla().kill(Service.REDIS);
            }
        }

        untilEverythingIsHeard();
        assertSpotless();
    }

    @Test
    void aFlushedRedisMakesEveryoneLookAgain() {
        gather(() -> harbour().node(ThreadLocalRandom.current().nextInt(2)));
        IntStream.range(0, 30).forEach(this::write);
        untilEverythingIsHeard();

        flotilla().flushRedis();
        IntStream.range(0, 30).forEach(this::write);

        untilEverythingIsHeard();
        assertSpotless();
        assertThat(members)
                .as("an old position in a new log is worth nothing")
                .allMatch(member -> member.resyncs() > 0 || member.joined() > member.recovered() + 1);
    }

    private void gather(Supplier<URI> doors) {
        var guests =
                IntStream.range(0, MEMBERS).mapToObj(number -> shared.guest()).toList();
        members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> new RoomMember(
                        harbour().wire,
                        () -> Harbour.entrance(guests.get(number), doors.get(), "/rooms"),
                        shared.id(),
                        "m" + number))
                .toList();
        patiently().untilAsserted(() -> assertThat(members).allMatch(member -> member.joined() > 0));
    }

    /** Everybody in turn, each a little more slowly than a person may. */
    private void write(int number) {
        members.get(number % MEMBERS).write();
        Awaitility.await().pollDelay(Duration.ofMillis(40)).until(() -> true);
    }

    private void untilEverythingIsHeard() {
        veryPatiently().untilAsserted(() -> {
            assertThat(members).allMatch(member -> member.acknowledged() == member.written());
            assertThat(members).allMatch(member -> members.stream()
                    .allMatch(writer -> member.ledger().newest(writer.name()) == writer.written()));
        });
    }

    private void assertSpotless() {
        assertThat(members).allSatisfy(member -> assertThat(member.ledger().isSpotless())
                .as(members.toString())
                .isTrue());
    }
}
