package io.flotilla.session.body;

/** What a request's body says: something usable, or the first thing that is wrong with it, in words. */
public sealed interface Reading<T> {
    record Understood<T>(T value) implements Reading<T> {}

    record Wrong<T>(String field, String words) implements Reading<T> {}
}
