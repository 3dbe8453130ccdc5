package io.flotilla.launcher;

/** One process of the whole that can be started again after it died. Used by one thread at a time. */
interface Part {
    String name();

    /** Starts it; returns its process. What an earlier start left is cleaned up first. */
    ProcessHandle start();

    /** Ends it and waits; a no-op when it does not run. */
    void stop();
}
