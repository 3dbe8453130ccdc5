package io.flotilla.auth.guess;

/** From where the owners of accounts signed in lately, shared by all replicas. Safe for many threads; blocks. */
public interface KnownPlaces {
    /** Never throws: a place not remembered is a stranger's, no worse. */
    void remember(String accountId, String place);

    /** Throws {@link io.flotilla.kit.problem.Unavailable} when nobody can tell. */
    boolean knows(String accountId, String place);
}
