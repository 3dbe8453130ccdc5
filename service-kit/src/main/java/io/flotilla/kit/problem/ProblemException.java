package io.flotilla.kit.problem;

/** Carries a {@link Problem} out of a resource to its mapper. Costs no stack trace: it says what to answer, not where it happened. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.status() + " " + problem.body(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
