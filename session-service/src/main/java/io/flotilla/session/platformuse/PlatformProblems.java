package io.flotilla.session.platformuse;

import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.ProblemException;
import io.flotilla.session.body.Reading;

/** The table from refusals to answers. */
final class PlatformProblems {
    private PlatformProblems() {}

    static Edit.Done orThrow(Edit edit) {
        return switch (edit) {
            case Edit.Done done -> done;
            case Edit.Unknown _ -> throw unknown();
            case Edit.NameTaken _ ->
                throw said(Problem.of(409, "You have a platform connection of that name already"))
                        .with("field", "name")
                        .asException();
            case Edit.TooMany(int limit) ->
                throw said(Problem.of(409, "%d platform connections are all you can have".formatted(limit)))
                        .with("limit", limit)
                        .asException();
            case Edit.Wrong(String field, String words) -> throw wrong(field, words);
            case Edit.NoKey _ ->
                throw said(Problem.of(503, "Secrets cannot be stored"))
                        .with("details", "FLOTILLA_SESSION_SECRET_KEY not configured")
                        .withHeader("Retry-After", "60")
                        .asException();
        };
    }

    static <T> T orThrow(Reading<T> reading) {
        return switch (reading) {
            case Reading.Understood<T>(T value) -> value;
            case Reading.Wrong<T>(String field, String words) -> throw wrong(field, words);
        };
    }

    static ProblemException unknown() {
        return said(Problem.of(404, "Platform connection not found")).asException();
    }

    private static ProblemException wrong(String field, String words) {
        return said(Problem.of(400, words)).with("field", field).asException();
    }

    /** Existing clients look at {@code success} and {@code message}. */
    private static Problem said(Problem problem) {
        return problem.with("success", false).with("message", problem.body().getOrDefault("error", ""));
    }
}
