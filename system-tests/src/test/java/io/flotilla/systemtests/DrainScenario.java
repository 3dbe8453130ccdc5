package io.flotilla.systemtests;

import static io.flotilla.systemtests.Scenario.patiently;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.rooms.RoomMember;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A node is asked to end, as when a cluster rolls out. */
@Order(27)
final class DrainScenario extends SocketScenario {
    private static final int MEMBERS = 8;

    private List<RoomMember> members = List.of();

    @AfterEach
    void everybodyGoes() {
        members.forEach(RoomMember::leave);
    }

    @Test
    void readinessGoesFirstThenPeopleAreSentToTheOtherNodeAndNothingIsLost() throws Exception {
        try (var shared = harbour().share()) {
            var guests = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> shared.guest())
                    .toList();
            members = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> new RoomMember(
                            harbour().wire,
                            () -> Harbour.entrance(
                                    guests.get(number),
                                    harbour().node(ThreadLocalRandom.current().nextInt(2)),
                                    "/rooms"),
                            shared.id(),
                            "m" + number))
                    .toList();
            patiently().until(() -> members.stream().allMatch(member -> member.joined() == 1));
            var health = flotilla().health(Harbour.SECOND_GATEWAY);

            var draining = flotilla().end(Harbour.SECOND_GATEWAY);
            var asked = System.nanoTime();
            var unready = CompletableFuture.supplyAsync(() -> untilUnready(health, draining));
            for (int sent = 0; sent < 100; sent++) {
                members.get(sent % MEMBERS).write();
                Awaitility.await().pollDelay(Duration.ofMillis(30)).until(() -> true);
            }

            draining.onExit().get(60, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));
            assertThat(unready.get(1, TimeUnit.SECONDS))
                    .as("it said that it is not ready, or was gone")
                    .isTrue();
            veryPatiently().untilAsserted(() -> {
                assertThat(members).allMatch(member -> member.acknowledged() == member.written());
                assertThat(members).allMatch(member -> members.stream()
                        .allMatch(writer -> member.ledger().newest(writer.name()) == writer.written()));
            });
            assertThat(members).allSatisfy(member -> {
                assertThat(member.ledger().isSpotless()).as(member.toString()).isTrue();
                assertThat(member.closeCodes()).as(member.toString()).isSubsetOf(4002);
            });
            assertThat(members).anyMatch(member -> !member.closeCodes().isEmpty());
        }
        untilBothNodesAreWell();
    }

    /** Whether it answered "not ready" before it answered nothing any more. */
    private static boolean untilUnready(URI health, ProcessHandle node) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (node.isAlive()) {
                if (status(client, health) == 503) {
                    return true;
                }
            }
            return false;
        }
    }

    private static int status(HttpClient client, URI health) {
        try {
            return client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
