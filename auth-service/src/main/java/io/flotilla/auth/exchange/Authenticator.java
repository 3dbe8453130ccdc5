package io.flotilla.auth.exchange;

/**
 * One way to be known: a CDI bean for one kind of {@link Credential}. Safe for many threads; may block.
 *
 * <p>An operator adds a way of their own and builds this service with it: a {@code @Singleton} that implements this interface,
 * understands {@link Credential.Custom} with a scheme of its own, and answers {@link Authentication.KnownElsewhere} with an issuer and a
 * subject that name the person for ever. {@code POST /api/auth/token} with {@code Authorization: <Scheme> <value>} then finds or makes
 * the account, opens a user session and answers with tokens. Add the {@link #name()} to {@code FLOTILLA_AUTHENTICATORS} to switch it on.
 * The value is untrusted and up to 8 KiB long; compare secrets with {@code Secret.equals}, and never log one. Wrong values must all be
 * {@link Authentication.Denied} with {@code INVALID_CREDENTIALS}; whoever can be guessed should count failures ({@code limit.Attempts}).
 * {@code docs/authenticators.md} has an example.
 */
public interface Authenticator {
    /** The name by which {@code FLOTILLA_AUTHENTICATORS} switches it on; empty for one that is always on. */
    default String name() {
        return "";
    }

    /** Whether this is a credential for it. */
    boolean understands(Credential credential);

    /** Who it is. Never throws for an outage: that is {@link Authentication.Away}. */
    Authentication authenticate(Credential credential);
}
