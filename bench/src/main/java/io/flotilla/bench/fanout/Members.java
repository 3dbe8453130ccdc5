package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import io.flotilla.bench.Usage;
import io.flotilla.bench.fanout.FanOut.Pace;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A room of so many sockets: what one message takes to all of them, and what a socket costs. */
final class Members {
    private static final int WARM_UP_MESSAGES = 60;
    private static final int UNDER_WAY = 8;
    private static final String REST = "x".repeat(60);

    private final Wire wire;
    private final Contestant contestant;
    private final Pace pace;

    Members(Wire wire, Contestant contestant, Pace pace) {
        this.wire = wire;
        this.contestant = contestant;
        this.pace = pace;
    }

    List<Row> measure(int members, int nodes) {
        var where = contestant.name() + ", " + members + " members, " + nodes + (nodes == 1 ? " node" : " nodes");
        var round = new Round(wire, contestant, nodes);
        var rows = new ArrayList<Row>();
        try (var crowd = new Crowd(wire)) {
            var before = Processes.memory(contestant.holders(nodes));
            var begun = System.nanoTime();
            crowd.gather(entrances(members, nodes), contestant.join());
            rows.add(Row.of(where + ": all in after", "s", (System.nanoTime() - begun) / 1e9));
            Usage.pause(Duration.ofSeconds(2));
            var after = Processes.memory(contestant.holders(nodes));
            rows.add(Row.of("  memory a member (growth of its processes)", "KiB", (after - before) / (double) members));
            var broadcast = "  broadcast to the room, 20 a second";
            round.paced(broadcast, crowd, WARM_UP_MESSAGES, this::broadcast);
            rows.addAll(round.paced(broadcast, crowd, pace.messages(), this::broadcast));
            rows.addAll(
                    round.paced("  chat, 20 a second", crowd, pace.messages(), number -> chat(crowd, members, number)));
            rows.add(round.flood(
                    "  messages delivered a second, eight under way", crowd, UNDER_WAY, pace.flood(), this::broadcast));
            if (crowd.lost() > 0) {
                rows.add(Row.count("  members whose connection broke", crowd.lost()));
            }
        }
        Usage.pause(Duration.ofSeconds(1));
        return rows;
    }

    private List<Entrance> entrances(int members, int nodes) {
        return IntStream.range(0, members)
                .mapToObj(number -> contestant.member(number, nodes))
                .toList();
    }

    private void broadcast(int number) {
        contestant.broadcast(Crowd.stamped(REST));
    }

    /** Everybody in turn, so that nobody talks too much. */
    private void chat(Crowd crowd, int members, int number) {
        var speaker = crowd.socket(number * 53 % members);
        var ignored = speaker.ask(
                        "chat.send",
                        contestant.message(Long.toString(System.nanoTime(), 36) + "-" + number, Crowd.stamped(REST)))
                .whenComplete((answer, problem) -> {
                    if (problem != null || !answer.startsWith("[{\"ok\":true")) {
                        System.err.println("A chat message was refused: " + (problem != null ? problem : answer));
                    }
                });
    }
}
