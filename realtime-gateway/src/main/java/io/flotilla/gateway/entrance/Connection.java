package io.flotilla.gateway.entrance;

import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.gateway.socket.TokenBucket;
import io.flotilla.kit.secret.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What the door remembers of one connection: the places it takes up, and the tickets it has shown. Thread-safe. */
final class Connection {
    /** Entering some namespaces takes one look each; whoever wants more than that guesses. */
    private static final int LOOKS_PER_SECOND = 10;

    private final Quota quota;
    private final List<Quota.Counter> places;
    private final Map<Secret, CompletableFuture<Identity>> tickets = new HashMap<>();
    private final TokenBucket looks;
    private boolean gone;

    /** Gives the places back at its end. */
    Connection(Quota quota, List<Quota.Counter> taken, long nowMs) {
        this.quota = quota;
        this.places = new ArrayList<>(taken);
        this.looks = new TokenBucket(LOOKS_PER_SECOND, nowMs);
    }

    synchronized boolean mayAsk(long nowMs) {
        return !gone && looks.take(nowMs);
    }

    /** Counts the connection for a user, once. False when the user has too many, or the connection is gone. */
    synchronized boolean countFor(String userId, int limit) {
        var place = new Quota.Counter("user " + userId, limit);
        if (places.contains(place)) {
            return true;
        }
        if (gone || !quota.take(List.of(place))) {
            return false;
        }
        places.add(place);
        return true;
    }

    /** Asks once for each ticket, also when it is shown several times at once. Blocks. An answer that nobody could give is not kept. */
    Identity once(Secret ticket, Supplier<Identity> look) {
        var mine = new CompletableFuture<Identity>();
        CompletableFuture<Identity> first;
        synchronized (this) {
            first = tickets.putIfAbsent(ticket, mine);
        }
        if (first != null) {
            return first.join();
        }
        Identity answer = new Identity.Unknown();
        try {
            answer = look.get();
        } finally {
            mine.complete(answer);
            if (answer instanceof Identity.Unknown) {
                synchronized (this) {
                    tickets.remove(ticket, mine);
                }
            }
        }
        return answer;
    }

    /** Idempotent. */
    synchronized void gone() {
        if (!gone) {
            gone = true;
            quota.giveBack(places);
            tickets.clear();
        }
    }
}
