package io.flotilla.session.usersession;

/**
 * Something that visitors start and keep when they sign in. Each implementer moves what it owns; all beans of this type are asked, in no
 * particular order.
 */
public interface CarriedOver {
    /**
     * From whom to whom.
     *
     * @param fromUser the anonymous visitor, who is nobody from now on
     * @param fromSession handle of the visitor's session, which is over
     * @param toUser the account
     * @param toSession handle of the account's new session
     */
    record Handover(String fromUser, String fromSession, String toUser, String toSession) {}

    /** Moves the records, within the transaction of the sign-in: all of it happens, or nothing. */
    void carryOver(Handover handover);

    /** Once that is so: brings up to date what is derived from the records. May fail: it must come right by itself later. */
    default void carriedOver(Handover handover) {}
}
