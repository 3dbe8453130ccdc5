package io.flotilla.session.sharing;

import io.flotilla.kit.problem.Problem;
import io.flotilla.session.body.Reading;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import java.time.Duration;

/** The table from refusals to answers. */
public final class SharingProblems {
    private SharingProblems() {}

    /** The value, or the refusal thrown as a problem. */
    public static <T> T orThrow(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal why) -> throw problem(why).asException();
        };
    }

    /** What was understood, or a 400 that names the field. */
    public static <T> T orThrow(Reading<T> reading) {
        return switch (reading) {
            case Reading.Understood<T>(T value) -> value;
            case Reading.Wrong<T>(String field, String words) ->
                throw Problem.of(400, words).with("field", field).asException();
        };
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownSession _ -> Problem.of(404, "Session not found");
            case Refusal.NotOwner _ -> Problem.of(403, "Only the owner of this session may do that");
            case Refusal.NotShared _ -> Problem.of(403, "Session is not shared");
            case Refusal.Banned _ -> Problem.of(403, "You are banned from this session");
            case Refusal.UnknownParticipant _ -> Problem.of(404, "Participant not found");
            case Refusal.OwnerStays _ -> Problem.of(403, "The owner cannot be put out, and stays the owner");
            case Refusal.NotInside _ -> Problem.of(403, "You are not in this session");
            case Refusal.LimitReached(String scope, int limit, Duration retryAfter) ->
                later(Problem.of(429, limitWords(scope, limit)).with("limit", limit), retryAfter);
            case Refusal.Unwanted(String words) -> Problem.of(400, words);
            case Refusal.NoCapacity(String details, Duration retryAfter) ->
                later(Problem.of(503, "No capacity for another browser now").with("details", details), retryAfter);
            case Refusal.PlatformMissing(String platform) ->
                later(
                        Problem.of(503, "The browser could not be started")
                                .with("platform", platform)
                                .with(
                                        "details",
                                        "Platform " + platform + " is not set up in this installation;"
                                                + " switch to a platform connection of type chromium"),
                        Duration.ofMinutes(1));
            case Refusal.PlatformFailed(String details, boolean passing) -> failed(details, passing);
            case Refusal.KeyReused _ -> Problem.of(422, "This Idempotency-Key was used with another body");
            case Refusal.KeyInUse(Duration retryAfter) ->
                later(Problem.of(409, "A call with this Idempotency-Key is still at work"), retryAfter);
        };
    }

    private static Problem failed(String details, boolean passing) {
        var problem = Problem.of(passing ? 503 : 502, "The browser could not be started")
                .with("details", details);
        return passing ? later(problem, Duration.ofSeconds(5)) : problem;
    }

    private static String limitWords(String scope, int limit) {
        return scope.equals("user")
                ? "You are in %d browser sessions already; leave or end one first".formatted(limit)
                : "%d browser sessions are open from your network already; leave or end one first".formatted(limit);
    }

    private static Problem later(Problem problem, Duration retryAfter) {
        return problem.with("retryAfter", retryAfter.toSeconds())
                .withHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
    }
}
