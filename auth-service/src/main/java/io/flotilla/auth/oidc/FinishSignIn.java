package io.flotilla.auth.oidc;

import io.flotilla.auth.exchange.Outsider;
import io.flotilla.auth.external.OutsidersAccount;
import io.flotilla.auth.oidc.Arrival.Why;
import io.flotilla.auth.outbound.ForeignTokens;
import io.flotilla.auth.outbound.OutsiderClaims;
import io.flotilla.auth.signin.SignIn;
import io.flotilla.auth.signin.SignInContext;
import io.flotilla.auth.signin.SignInResult;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** Believes a return only if everything fits, and signs its person in. Blocks. */
@Singleton
final class FinishSignIn {
    private static final Logger log = Logger.getLogger(FinishSignIn.class);
    private static final int LONGEST = 2048;

    private final PendingSignIns pending;
    private final CodeExchange codes;
    private final OutsidersAccount accounts;
    private final SignIn signIn;

    FinishSignIn(PendingSignIns pending, CodeExchange codes, OutsidersAccount accounts, SignIn signIn) {
        this.pending = pending;
        this.codes = codes;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    Arrival finish(ProviderLink link, Return back, SignInContext context) {
        var begun = begun(link, back);
        if (begun.isEmpty()) {
            return new Arrival.Failed(Why.EXPIRED);
        }
        if (back.error() != null) {
            return new Arrival.Failed(back.error().equals("access_denied") ? Why.DENIED : Why.INVALID);
        }
        try {
            return outsider(link, back, begun.get())
                    .map(who -> signedIn(who, begun.get(), context))
                    .orElseGet(() -> new Arrival.Failed(Why.INVALID));
        } catch (ProviderAway e) {
            log.warnf("OpenID provider %s: %s", link.provider().id(), e.getMessage());
            log.debug("OpenID provider", e);
            return new Arrival.Failed(Why.PROVIDER_AWAY);
        }
    }

    /** The state works once, whoever brings it, and only for the browser that began with it. */
    private Optional<PendingSignIn> begun(ProviderLink link, Return back) {
        var browser = back.browser();
        if (!isShort(back.state()) || browser == null) {
            return Optional.empty();
        }
        return pending.take(Secret.of(String.valueOf(back.state())))
                .filter(one -> one.provider().equals(link.provider().id()))
                .filter(one -> Secret.of(one.browser()).equals(Secret.of(browser.sha256Hex())));
    }

    private Optional<Outsider> outsider(ProviderLink link, Return back, PendingSignIn begun) throws ProviderAway {
        var described = link.describe();
        var metadata = described.metadata();
        boolean mustNameItself = metadata.supportsAuthorizationResponseIssuerParam();
        if (!isShort(back.code())
                || (back.issuer() == null && mustNameItself)
                || (back.issuer() != null
                        && !back.issuer().equals(link.provider().issuer()))) {
            return Optional.empty();
        }
        var idToken = codes.idToken(
                link.provider(), metadata, String.valueOf(back.code()), begun.verifier(), back.callback());
        if (idToken.isEmpty()) {
            return Optional.empty();
        }
        return switch (described.idTokens().check(idToken.get())) {
            case ForeignTokens.Check.Valid(var claims) ->
                isForThisSignIn(claims, begun, link.provider()) ? OutsiderClaims.of(claims) : Optional.empty();
            case ForeignTokens.Check.Invalid() -> Optional.empty();
            case ForeignTokens.Check.Away() -> throw new ProviderAway("it gives no keys");
        };
    }

    /** OpenID Connect Core section 3.1.3.7, what is left of it: the nonce, and whom a token for several was made for. */
    private static boolean isForThisSignIn(JwtClaims claims, PendingSignIn begun, Provider provider) {
        boolean sameNonce = claims.getClaimValue("nonce") instanceof String nonce
                && Secret.of(nonce).equals(Secret.of(begun.nonce()));
        var party = claims.getClaimValue("azp");
        boolean forSeveral = claims.getClaimValue("aud") instanceof List<?> audience && audience.size() > 1;
        return sameNonce && (party == null ? !forSeveral : party.equals(provider.clientId()));
    }

    private Arrival signedIn(Outsider who, PendingSignIn begun, SignInContext context) {
        return switch (signIn.signIn(accounts.of(who), context)) {
            case SignInResult.SignedIn(var _, var session) -> new Arrival.SignedIn(session, begun.returnTo());
            case SignInResult.Refused() -> new Arrival.Failed(Why.REFUSED);
        };
    }

    private static boolean isShort(@Nullable String text) {
        return text != null && !text.isEmpty() && text.length() <= LONGEST;
    }
}
