package io.flotilla.auth.exchange;

/** One way to be known: a CDI bean for one kind of {@link Credential}. Safe for many threads; may block. */
public interface Authenticator {
    /** Whether this is a credential for it. */
    boolean understands(Credential credential);

    /** Who it is. Never throws for an outage: that is {@link Authentication.Away}. */
    Authentication authenticate(Credential credential);
}
