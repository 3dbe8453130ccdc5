package io.flotilla.gateway.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several nodes within one process, for tests. Answers on the asker's thread. Thread-safe. */
public final class InMemoryCluster {
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** A node that lives until {@link #kill}. */
    public synchronized Cluster node(String name) {
        var node = new Node(name);
        nodes.put(name, node);
        return node;
    }

    /** It lives, but says nothing. */
    public synchronized void freeze(String name) {
        nodes.computeIfPresent(name, (same, node) -> node.frozen());
    }

    public synchronized void kill(String name) {
        nodes.remove(name);
    }

    private synchronized List<Node> living() {
        return List.copyOf(nodes.values());
    }

    private final class Node implements Cluster {
        private final String name;
        private final Responders responders = new Responders();
        private volatile boolean frozen;

        Node(String name) {
            this.name = name;
        }

        Node frozen() {
            frozen = true;
            return this;
        }

        @Override
        public String node() {
            return name;
        }

        @Override
        public void respond(String topic, Responder responder) {
            responders.add(topic, responder);
        }

        @Override
        public Answers ask(String topic, JsonNode question, Duration patience) {
            var given = new HashMap<String, JsonNode>();
            var failed = new HashMap<String, String>();
            for (var node : living()) {
                if (node.frozen) {
                    failed.put(node.name, Answers.SILENT);
                } else {
                    node.responders
                            .answer(topic, question)
                            .ifPresentOrElse(
                                    answer -> given.put(node.name, answer),
                                    () -> failed.put(node.name, Answers.BROKEN));
                }
            }
            return new Answers(given, failed);
        }
    }
}
