package io.flotilla.vmbroker.egress;

/** Why the guard lets nobody through; the words are for the person who looks at the page. */
public enum Refusal {
    NOT_AN_ADDRESS(400, "That is not an address this browser can open."),
    INSIDE(
            403,
            "That address belongs to a private network or to this machine. Shared browsers only reach public websites."),
    PORT(403, "That port is not used by websites, so it is closed here."),
    NOT_FOUND(502, "There is no website by that name, or it cannot be looked up right now."),
    NO_ANSWER(504, "The website did not answer."),
    BUSY(503, "This browser has too many connections open.");

    private final int status;
    private final String words;

    Refusal(int status, String words) {
        this.status = status;
        this.words = words;
    }

    int status() {
        return status;
    }

    public String words() {
        return words;
    }
}
