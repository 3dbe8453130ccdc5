package io.flotilla.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.fact.InMemoryFactStream;
import io.flotilla.kit.id.SequentialIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

    private final AuditEntries entries = new AuditEntries(new SequentialIds(), InstantSource.fixed(NOW));

    private AuditEntry full() {
        return entries.of("signed-in")
                .by("u-1", "Ada")
                .about("u-2")
                .inSession("sid-1")
                .from("192.0.2.1")
                .with("method", "password");
    }

    @Test
    void everyEntryHasItsOwnIdAndTheTime() {
        assertThat(entries.of("signed-in").id())
                .isNotEqualTo(entries.of("signed-in").id());
        assertThat(entries.of("signed-in").at()).isEqualTo(NOW);
    }

    @Test
    void strangersTextsAreMadeFit() {
        var entry = entries.of("registered")
                .by("u-1", "Ada\r\nLovelace\u202e\u0000")
                .from("")
                .with("name", "x".repeat(10_000))
                .with("nothing", null)
                .with("blank", " \n ");

        assertThat(entry.actorName()).isEqualTo("Ada  Lovelace");
        assertThat(entry.address()).isNull();
        assertThat(entry.detail()).containsOnlyKeys("name");
        assertThat(entry.detail().get("name")).hasSize(256);
    }

    @Test
    void aCutLeavesNoHalfOfACharacter() {
        var name = entries.of("registered").by("u", "x".repeat(255) + "🚢🚢").actorName();

        assertThat(name).isEqualTo("x".repeat(255));
    }

    @Test
    void aTypeHasAShortName() {
        assertThatThrownBy(() -> entries.of("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entries.of("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void detailsAreFew() {
        var entry = entries.of("t");
        for (int i = 0; i < 100; i++) {
            entry = entry.with("k" + i, "v");
        }

        assertThat(entry.detail()).hasSize(16);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var full = full();
        assertThat(AuditJson.read(AuditJson.write(full))).contains(full);
        var bare = entries.of("signed-out");
        assertThat(AuditJson.write(bare)).doesNotContain("null").contains("\"at\":1700000000123");
        assertThat(AuditJson.read(AuditJson.write(bare))).contains(bare);
    }

    @Test
    void whatIsNoEntryReadsAsNone() {
        for (var text : new String[] {"", "{", "[]", "7", "null", "{}", "{\"id\":\"1\",\"at\":\"x\",\"type\":\"t\"}"}) {
            assertThat(AuditJson.read(text)).as(text).isEmpty();
        }
        assertThat(AuditJson.read("{\"id\":\"1\",\"at\":1,\"type\":\"t\",\"detail\":7,\"actor\":{}}"))
                .isPresent();
    }

    @Test
    void theTrailIsAStreamOfFacts() {
        var facts = new InMemoryFactStream();
        var entry = full();
        new StreamAuditTrail(facts).record(entry);

        var heard = new CopyOnWriteArrayList<String>();
        try (var _ = facts.subscribe("events:audit", "test", heard::add)) {
            Awaitility.await().until(() -> !heard.isEmpty());
        }
        assertThat(AuditJson.read(heard.getFirst())).contains(entry);
    }

    @Test
    void theTwinKeepsEachOnce() {
        var trail = new InMemoryAuditTrail();
        var entry = full();
        trail.record(entry);
        trail.record(entry);

        assertThat(trail.entries()).containsExactly(entry);
    }
}
