package io.flotilla.testkit;

/** A token that must open nothing, and what is wrong with it. */
public record Forgery(String name, String token) {
    @Override
    public String toString() {
        return name;
    }
}
