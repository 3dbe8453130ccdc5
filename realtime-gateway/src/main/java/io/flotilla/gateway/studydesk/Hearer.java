package io.flotilla.gateway.studydesk;

/** A socket in the namespace. Thread-safe; neither blocks nor throws; what is said from one thread arrives in that order. */
public interface Hearer {
    String userId();

    void say(Words words);
}
