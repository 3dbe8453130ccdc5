package io.flotilla.session.access;

/** Who calls; the columns of the access matrix, in this order. */
enum Kind {
    /** Without any credential. */
    NOBODY,
    /** An anonymous visitor whom the thing does not concern. */
    STRANGER,
    /** The anonymous visitor whose thing it is. */
    VISITOR,
    /** A signed-in user whom the thing does not concern. */
    OTHER,
    /** The signed-in user whose thing it is. */
    OWNER,
    /** An administrator whose thing it is not. */
    ADMIN,
    /** A program with an API key. */
    API,
    /** A service that is not auth-service. */
    SERVICE,
    /** The owner's cookie without the CSRF token. */
    NO_CSRF;

    boolean owns() {
        return switch (this) {
            case VISITOR, OWNER, NO_CSRF -> true;
            case NOBODY, STRANGER, OTHER, ADMIN, API, SERVICE -> false;
        };
    }
}
