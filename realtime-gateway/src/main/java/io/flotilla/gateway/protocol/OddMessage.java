package io.flotilla.gateway.protocol;

/** Leaves the depth of a reader; never leaves this package. Costs no stack trace, as a stranger may cause it at will. */
final class OddMessage extends Exception {
    private static final long serialVersionUID = 1;

    OddMessage(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
