package io.flotilla.launcher;

/** Something the person at the keyboard can mend; the message is one sentence that says what to do. */
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
