package io.flotilla.auth.refresh;

/** What a refresh token is worth. */
public sealed interface Worth {
    /** One refresh. */
    record Good(Family family) implements Worth {}

    /** It was used before: somebody else holds a copy. */
    record Used(Family family) implements Worth {}

    /** Nothing: never was one, too old, or of a family that died. */
    record Worthless() implements Worth {}
}
