package io.flotilla.gateway.study;

/** A socket in the namespace. Thread-safe; neither blocks nor throws; what is said from one thread arrives in that order. */
interface Hearer {
    String userId();

    void say(Words words);
}
