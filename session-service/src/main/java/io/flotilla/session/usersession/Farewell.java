package io.flotilla.session.usersession;

/** Something that lets go of visitors who can never come back, for their only session is over. May fail: it is logged, not tried again. */
public interface Farewell {
    void gone(String visitor);
}
