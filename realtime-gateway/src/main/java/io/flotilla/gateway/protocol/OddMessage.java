package io.flotilla.gateway.protocol;

/** A message that cannot be read; leaves the depth of a reader. Costs no stack trace, as a stranger may cause it at will. */
public final class OddMessage extends Exception {
    private static final long serialVersionUID = 1;

    public OddMessage(String why) {
        super(why, null, false, false);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
