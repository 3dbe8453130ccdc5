package io.flotilla.session.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.session.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of audit entries promises. */
public abstract class AuditLogContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final String ada = "ada-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();
    private final String type = "type-" + UUID.randomUUID();

    protected abstract AuditLog log();

    @Test
    void keepsEverythingOfAnEntry() {
        var full = new AuditEntry(
                UUID.randomUUID().toString(), NOON, type, ada, "Ada", bob, "sid", "192.0.2.1", Map.of("why", "\"ü\""));

        log().add(full);

        assertThat(find(type, null)).containsExactly(full);
    }

    @Test
    void keepsOneThatComesTwiceOnce() {
        var entry = entry(ada, NOON);

        Together.all(5, _ -> () -> {
            log().add(entry);
            return true;
        });

        assertThat(find(type, null)).containsExactly(entry);
    }

    @Test
    void findsWhatAUserDidAndWhatWasDoneToThem() {
        var did = entry(ada, NOON);
        var suffered = entry(bob, NOON.plusSeconds(1)).about(ada);
        var strange = entry(bob, NOON.plusSeconds(2));
        List.of(did, suffered, strange).forEach(log()::add);

        assertThat(find(null, ada)).containsExactly(suffered, did);
        assertThat(find(type, ada)).containsExactly(suffered, did);
        assertThat(find("other", ada)).isEmpty();
    }

    @Test
    void turnsPagesWithoutLosingOrRepeatingAny() {
        // Many within one millisecond: the id decides there.
        var all = IntStream.range(0, 23)
                .mapToObj(i -> entry(ada, NOON.plusMillis(i / 6)))
                .toList();
        all.forEach(log()::add);

        var seen = new ArrayList<AuditEntry>();
        AuditCursor before = null;
        while (true) {
            var page = log().find(new AuditQuery(type, null, before, 5));
            seen.addAll(page);
            if (page.size() < 5) {
                break;
            }
            before = AuditCursor.of(page.getLast());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        assertThat(seen).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    }

    @Test
    void countsWhatSomebodyDidSince() {
        log().add(entry(ada, NOON));
        log().add(entry(ada, NOON.plusSeconds(10)));
        log().add(entry(ada, NOON.plusSeconds(20)));
        log().add(entry(bob, NOON.plusSeconds(20)).about(ada));

        assertThat(log().count(ada, type, NOON.plusSeconds(10))).isEqualTo(2);
        assertThat(log().count(ada, "other", NOON)).isZero();
    }

    @Test
    void forgetsTheOldestInBatches() {
        // Long before whatever other tests keep.
        var longAgo = Instant.parse("1999-01-01T00:00:00Z");
        IntStream.range(0, 7).forEach(i -> log().add(entry(ada, longAgo.plusSeconds(i))));
        log().add(entry(ada, NOON));

        int first = log().forgetBefore(longAgo.plusSeconds(6), 4);
        var left = find(type, null);
        int second = log().forgetBefore(longAgo.plusSeconds(6), 4);

        assertThat(first).isEqualTo(4);
        assertThat(left).extracting(AuditEntry::at).doesNotContain(longAgo, longAgo.plusSeconds(3));
        assertThat(second).isEqualTo(2);
        assertThat(find(type, null)).hasSize(2);
        log().forgetBefore(longAgo.plusSeconds(60), 100);
    }

    private AuditEntry entry(String actor, Instant at) {
        return new AuditEntry(UUID.randomUUID().toString(), at, type, actor, null, null, null, null, Map.of());
    }

    private List<AuditEntry> find(String ofType, String user) {
        return log().find(new AuditQuery(ofType, user, null, 100));
    }
}
