package io.flotilla.auth.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.net.URI;

/** Sends a browser to a provider. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when nothing can be kept. */
@Singleton
final class StartSignIn {
    private final PendingSignIns pending;

    StartSignIn(PendingSignIns pending) {
        this.pending = pending;
    }

    /** Where the browser goes, and what it keeps until it returns. */
    record Departure(URI to, Secret browser) {}

    Departure start(ProviderLink link, URI callback, String returnTo) throws ProviderAway {
        var endpoint = link.describe().metadata().getAuthorizationEndpointURI();
        var state = Secret.random();
        var nonce = Secret.random();
        var verifier = Secret.random();
        var browser = Secret.random();
        pending.keep(
                state,
                new PendingSignIn(
                        link.provider().id(), nonce.reveal(), verifier.reveal(), browser.sha256Hex(), returnTo));
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(link.provider().scopes().toArray(String[]::new)),
                        new ClientID(link.provider().clientId()),
                        callback)
                .endpointURI(endpoint)
                .state(new State(state.reveal()))
                .nonce(new Nonce(nonce.reveal()))
                .codeChallenge(new CodeVerifier(verifier.reveal()), CodeChallengeMethod.S256)
                .build();
        return new Departure(request.toURI(), browser);
    }
}
