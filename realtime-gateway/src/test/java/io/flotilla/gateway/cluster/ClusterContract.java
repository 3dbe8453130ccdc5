package io.flotilla.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Cluster} promises. */
abstract class ClusterContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);

    /** A node that lives and hears. */
    abstract Cluster node(String name);

    /** It lives, but says nothing any more. */
    abstract void freezes(Cluster node);

    /** It is dead, and that is known. */
    abstract void dies(Cluster node);

    @Test
    void everyNodeIsAskedTheAskerToo() {
        var a = echo(node("a"));
        var b = echo(node("b"));
        var c = echo(node("c"));

        for (var asker : List.of(a, b, c)) {
            var answers = asker.ask("echo", question(7), PATIENCE);

            assertThat(answers.isPartial()).isFalse();
            assertThat(answers.given()).containsOnlyKeys(a.node(), b.node(), c.node());
            assertThat(answers.given().get(b.node()).path("by").asText()).isEqualTo(b.node());
            assertThat(answers.given().get(b.node()).path("n").asInt()).isEqualTo(7);
        }
    }

    @Test
    void whoSaysNothingIsNamedAndNobodyWaitsForEver() {
        var a = echo(node("a"));
        var b = echo(node("b"));
        var frozen = echo(node("frozen"));
        freezes(frozen);

        var answers = a.ask("echo", question(1), SHORT);

        assertThat(answers.given()).containsKey(a.node());
        assertThat(answers.failed()).containsEntry(frozen.node(), Answers.SILENT);
        assertThat(answers.isPartial()).isTrue();
        assertThat(a.ask("echo", question(1), Duration.ofSeconds(3)).given()).containsKey(b.node());
    }

    @Test
    void theDeadAreNotAsked() {
        var a = echo(node("a"));
        var b = echo(node("b"));
        dies(b);

        var answers = a.ask("echo", question(1), PATIENCE);

        assertThat(answers.given()).containsOnlyKeys(a.node());
        assertThat(answers.isPartial()).isFalse();
    }

    @Test
    void whoCannotAnswerSaysSo() {
        var a = echo(node("a"));
        var b = node("b");
        b.respond("echo", question -> {
            throw new IllegalStateException("scripted");
        });

        var answers = a.ask("echo", question(1), PATIENCE);
        var unknown = a.ask("of a later version", question(1), PATIENCE);

        assertThat(answers.failed()).containsExactlyEntriesOf(Map.of(b.node(), Answers.BROKEN));
        assertThat(unknown.failed()).containsOnlyKeys(a.node(), b.node());
    }

    @Test
    void manyQuestionsAtOnceAreNotMixedUp() throws Exception {
        var a = echo(node("a"));
        var b = echo(node("b"));
        var asked = new ArrayList<Future<Answers>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var question = question(i);
                asked.add(executor.submit(() -> a.ask("echo", question, PATIENCE)));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(asked.get(i).get().given().get(b.node()).path("n").asInt())
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void questionsComeInTheirOrder() {
        var a = node("a");
        var b = node("b");
        var heard = new CopyOnWriteArrayList<Integer>();
        a.respond("count", question -> question);
        b.respond("count", question -> {
            heard.add(question.path("n").asInt());
            return question;
        });

        IntStream.range(0, 20).forEach(i -> a.ask("count", question(i), PATIENCE));

        assertThat(heard)
                .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
    }

    private static Cluster echo(Cluster node) {
        node.respond("echo", question -> Json.object()
                .put("by", node.node())
                .put("n", question.path("n").asInt()));
        return node;
    }

    private static JsonNode question(int n) {
        return Json.object().put("n", n);
    }
}
