package io.flotilla.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of signing keys promises. */
abstract class SigningKeysContract {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Rotation ROTATION = new Rotation(Duration.ofDays(90), Duration.ofMinutes(30), Duration.ofMinutes(15));

    /** Another view of the same record, as another replica has. */
    abstract SigningKeys replica();

    KeyRing ring(SigningKeys record) {
        return ring(record, NOW);
    }

    private static KeyRing ring(SigningKeys record, Instant now) {
        return new KeyRing(record, ROTATION, new io.flotilla.kit.id.RandomIds(), InstantSource.fixed(now));
    }

    @Test
    void whatOneReplicaMadeTheNextOneHas() {
        var first = ring(replica());
        first.refresh();

        var second = ring(replica());

        assertThat(second.signing().id()).isEqualTo(first.signing().id());
        assertThat(second.signing().publicKey()).isEqualTo(first.signing().publicKey());
        assertThat(second.signing().privateKey()).isEqualTo(first.signing().privateKey());
    }

    @Test
    void replicasThatStartTogetherAgreeOnOneKey() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 6)
                    .<Callable<String>>mapToObj(
                            i -> () -> ring(replica()).signing().id())
                    .toList();
            var ids = new HashSet<String>();
            for (var id : threads.invokeAll(starts)) {
                ids.add(id.get());
            }

            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void replicasThatRotateTogetherMakeOneSuccessor() throws Exception {
        var first = ring(replica()).signing().id();
        var due = NOW.plus(ROTATION.rotateEvery()).minus(ROTATION.publishAhead());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rotations = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        var ring = ring(replica(), due);
                        ring.refresh();
                        return ring.published().size();
                    })
                    .toList();
            for (var rotation : threads.invokeAll(rotations)) {
                assertThat(rotation.get()).isEqualTo(2);
            }
        }

        assertThat(replica().update(known -> Optional.empty())).hasSize(2);
        // The old one signs until everybody has had the time to learn of the new one.
        assertThat(ring(replica(), due).signing().id()).isEqualTo(first);
        assertThat(ring(replica(), due.plus(ROTATION.publishAhead())).signing().id())
                .isNotEqualTo(first);
    }

    @Test
    void aPlanThatWantsNothingChangesNothing() {
        ring(replica()).refresh();

        var keys = replica().update(known -> Optional.empty());

        assertThat(keys).hasSize(1);
        assertThat(replica().update(known -> Optional.empty()))
                .extracting(SigningKey::id)
                .isEqualTo(List.of(keys.getFirst().id()));
    }
}
