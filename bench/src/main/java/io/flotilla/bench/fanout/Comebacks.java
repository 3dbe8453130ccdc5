package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import io.flotilla.bench.Usage;
import io.flotilla.bench.fanout.FanOut.Pace;
import io.flotilla.systemtests.faults.FaultyLine;
import io.flotilla.systemtests.rooms.Ledger;
import io.flotilla.systemtests.rooms.RoomMember;
import io.flotilla.systemtests.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Twenty people talk on two nodes through lines that are torn all the while. Each comes back by position, at either node, and repeats what
 * was not acknowledged; in the end everyone must have heard everything once and in order.
 */
final class Comebacks {
    private static final int MEMBERS = 20;
    private static final int A_SECOND = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Wire wire;
    private final Product product;
    private final Pace pace;

    Comebacks(Wire wire, Product product, Pace pace) {
        this.wire = wire;
        this.product = product;
        this.pace = pace;
    }

    List<Row> measure() {
        try (var first = FaultyLine.to(product.node(0));
                var second = FaultyLine.to(product.node(1))) {
            var lines = List.of(first, second);
            var members = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> new RoomMember(
                            wire, () -> product.person(number, any(lines).url()), product.room(), "m" + number))
                    .toList();
            await("everybody is in", () -> members.stream().allMatch(member -> member.joined() > 0));
            talk(members, lines);
            var expected = (long) pace.sent() * MEMBERS;
            await(
                    "everything is heard",
                    () -> sum(members, RoomMember::acknowledged) == pace.sent() && heard(members) >= expected);
            var rows = rows(members, expected);
            members.forEach(RoomMember::leave);
            return rows;
        }
    }

    /** At an even pace, and the cuts just as evenly among it. */
    private void talk(List<RoomMember> members, List<FaultyLine> lines) {
        var cuts = 0;
        for (int sent = 1; sent <= pace.sent(); sent++) {
            members.get(sent % MEMBERS).write();
            if (sent * (long) pace.cuts() / pace.sent() > cuts && any(lines).cutOne()) {
                cuts++;
            }
            Usage.pause(Duration.ofNanos(1_000_000_000L / A_SECOND));
        }
    }

    private List<Row> rows(List<RoomMember> members, long expected) {
        var comebacks = sum(members, member -> member.joined() - 1);
        return List.of(
                Row.count(
                        "20 people, 2 nodes, torn lines: messages acknowledged",
                        sum(members, RoomMember::acknowledged)),
                Row.count("  deliveries", heard(members)),
                Row.count("  lost", expected - heard(members)),
                Row.count("  doubled", sum(members, member -> member.ledger().doubled())),
                Row.count(
                        "  out of order", sum(members, member -> member.ledger().outOfOrder())),
                Row.count("  skipped", sum(members, member -> member.ledger().skipped())),
                Row.count("  cuts that people came back from", comebacks),
                Row.count("  of these recovered by position", sum(members, RoomMember::recovered)),
                Row.count("  resyncs that the server asked for", sum(members, RoomMember::resyncs)));
    }

    private static long heard(List<RoomMember> members) {
        return members.stream().map(RoomMember::ledger).mapToLong(Ledger::heard).sum();
    }

    private static long sum(List<RoomMember> members, ToLongFunction<RoomMember> what) {
        return members.stream().mapToLong(what).sum();
    }

    private static FaultyLine any(List<FaultyLine> lines) {
        return lines.get(ThreadLocalRandom.current().nextInt(lines.size()));
    }

    /** Gives up quietly: what is missing then is counted. */
    private static void await(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                System.err.println("Waited too long: " + what);
                return;
            }
            Usage.pause(Duration.ofMillis(50));
        }
    }
}
