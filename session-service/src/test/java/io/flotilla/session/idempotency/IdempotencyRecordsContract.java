package io.flotilla.session.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Together;
import io.flotilla.session.idempotency.IdempotencyRecords.Claim;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of idempotency keys promises. */
public abstract class IdempotencyRecordsContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOLD = Duration.ofMinutes(1);

    private final Request request = new Request("user-" + UUID.randomUUID(), "key", "body");

    protected abstract IdempotencyRecords records();

    @Test
    void givesTheClaimToTheFirst() {
        assertThat(records().claim(request, "s1", NOON, HOLD)).isEqualTo(new Claim.Mine());
        assertThat(records().claim(request, "s2", NOON, HOLD)).isEqualTo(new Claim.AtWork());
    }

    @Test
    void givesTheClaimToOneOfMany() {
        var claims = Together.all(20, i -> () -> records().claim(request, "s" + i, NOON, HOLD));

        assertThat(claims).filteredOn(new Claim.Mine()::equals).hasSize(1);
        assertThat(claims).filteredOn(new Claim.AtWork()::equals).hasSize(19);
    }

    @Test
    void remembersWhatWasCarriedOut() {
        records().claim(request, "s1", NOON, HOLD);
        records().complete(request, "s1");

        assertThat(records().claim(request, "s2", NOON, HOLD)).isEqualTo(new Claim.Done("s1"));
    }

    @Test
    void refusesAnotherBody() {
        var other = new Request(request.userId(), request.keyHash(), "other body");
        records().claim(request, "s1", NOON, HOLD);

        assertThat(records().claim(other, "s2", NOON, HOLD)).isEqualTo(new Claim.Different());
    }

    @Test
    void forgetsWhatCameToNothing() {
        records().claim(request, "s1", NOON, HOLD);
        records().release(request, "s1");

        assertThat(records().claim(request, "s2", NOON, HOLD)).isEqualTo(new Claim.Mine());
    }

    @Test
    void keepsWhatWasCarriedOutWhenItIsReleasedLate() {
        records().claim(request, "s1", NOON, HOLD);
        records().complete(request, "s1");
        records().release(request, "s1");

        assertThat(records().claim(request, "s2", NOON, HOLD)).isEqualTo(new Claim.Done("s1"));
    }

    @Test
    void letsSomebodyTakeOverFromADeadProcess() {
        records().claim(request, "s1", NOON, HOLD);

        assertThat(records().claim(request, "s2", NOON.plus(HOLD), HOLD)).isEqualTo(new Claim.Mine());

        records().complete(request, "s1");
        records().release(request, "s1");
        assertThat(records().claim(request, "s3", NOON.plus(HOLD), HOLD)).isEqualTo(new Claim.AtWork());
    }

    @Test
    void keepsPeopleApart() {
        var others = new Request(request.userId() + "-2", request.keyHash(), request.bodyHash());
        records().claim(request, "s1", NOON, HOLD);

        assertThat(records().claim(others, "s2", NOON, HOLD)).isEqualTo(new Claim.Mine());
    }

    @Test
    void handsAVisitorsRequestsOverToTheAccount() {
        var account = request.userId() + "-account";
        var same = new Request(account, request.keyHash(), request.bodyHash());
        var twice = new Request(request.userId(), "twice", "body");
        records().claim(request, "s1", NOON, HOLD);
        records().complete(request, "s1");
        records().claim(twice, "s2", NOON, HOLD);
        records().claim(new Request(account, "twice", "body"), "s3", NOON, HOLD);
        records().complete(new Request(account, "twice", "body"), "s3");

        records().handOver(request.userId(), account);

        assertThat(records().claim(same, "s4", NOON, HOLD)).isEqualTo(new Claim.Done("s1"));
        assertThat(records().claim(new Request(account, "twice", "body"), "s4", NOON, HOLD))
                .isEqualTo(new Claim.Done("s3"));
        assertThat(records().claim(request, "s4", NOON, HOLD)).isEqualTo(new Claim.Mine());
    }

    @Test
    void forgetsWhatIsOld() {
        records().claim(request, "s1", NOON, HOLD);
        records().complete(request, "s1");

        records().forgetBefore(NOON.plusSeconds(1));

        assertThat(records().claim(request, "s2", NOON, HOLD)).isEqualTo(new Claim.Mine());
    }
}
