package io.flotilla.kit.problem;

/**
 * A CDI bean by which a service reshapes the bodies of some of its refusals, because existing clients expect another shape there. Called
 * once an answer, on any thread; must not block. Status and headers should stay as they are.
 */
public interface ErrorDialect {
    /** Whether this dialect is spoken at that path ({@code /v0/vm/1}). */
    default boolean appliesTo(String path) {
        return true;
    }

    /** The same refusal in this dialect. */
    Problem translate(Problem problem);
}
