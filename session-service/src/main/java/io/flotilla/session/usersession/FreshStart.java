package io.flotilla.session.usersession;

/** Something that begins anew for users who come back after all their sessions were over. All beans of this type are asked. */
public interface FreshStart {
    /** Within the transaction of the sign-in. */
    void beginAnew(String userId);
}
