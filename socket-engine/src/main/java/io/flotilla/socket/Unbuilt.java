package io.flotilla.socket;

/** Stands where the protocol core will. */
final class Unbuilt {
    private Unbuilt() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <T> T part(String what) {
        if (!what.isEmpty()) {
            throw new UnsupportedOperationException(what);
        }
        throw new IllegalArgumentException("no name");
    }
}
