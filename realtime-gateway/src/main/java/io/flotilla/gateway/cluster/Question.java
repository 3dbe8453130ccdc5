package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One question under way: who is still expected, and what has come. Thread-safe. */
final class Question {
    private final Set<String> expected;
    private final Map<String, JsonNode> given = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Question(Set<String> expected) {
        this.expected = new HashSet<>(expected);
        if (expected.isEmpty()) {
            done.countDown();
        }
    }

    /** One more answer counts for each node, the first; also of one that was not expected. Empty: it could not answer. */
    synchronized void answered(String node, Optional<JsonNode> answer) {
        if (given.containsKey(node) || failed.containsKey(node)) {
            return;
        }
        answer.ifPresentOrElse(found -> given.put(node, found), () -> failed.put(node, Answers.BROKEN));
        expected.remove(node);
        if (expected.isEmpty()) {
            done.countDown();
        }
    }

    synchronized void failed(String node, String why) {
        failed.put(node, why);
    }

    /** Waits for the last of them, or until patience is over. */
    Answers await(Duration patience) {
        try {
            if (done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return answers();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers();
    }

    private synchronized Answers answers() {
        var silent = new HashMap<>(failed);
        expected.forEach(node -> silent.put(node, Answers.SILENT));
        return new Answers(given, silent);
    }
}
