package io.flotilla.launcher;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One replica of the services that may have several, and its ports.
 *
 * @param number from 1
 * @param edge the public port
 */
record Node(int number, int edge, int auth, int session, int management) {
    /** Ports inside. */
    static final int INSIDE = 3;

    /** As many as there are public ports, each with its share of those inside. */
    static List<Node> all(List<Integer> edges, List<Integer> inside) {
        return IntStream.range(0, edges.size())
                .mapToObj(i -> of(i + 1, edges.get(i), inside.subList(INSIDE * i, INSIDE * (i + 1))))
                .toList();
    }

    private static Node of(int number, int edge, List<Integer> inside) {
        return new Node(number, edge, inside.get(0), inside.get(1), inside.get(2));
    }

    /** What the service's process is called here: the first node's as the service itself, the others numbered. */
    String partName(String service) {
        return number == 1 ? service : service + "-" + number;
    }
}
