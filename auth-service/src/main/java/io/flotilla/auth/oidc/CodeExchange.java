package io.flotilla.auth.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.flotilla.auth.outbound.OutboundHttp;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Optional;

/** Turns an authorization code into an ID token at the provider's token endpoint (RFC 6749 section 4.1.3). Blocks. */
@Singleton
final class CodeExchange {
    private final OutboundHttp http;

    CodeExchange(OutboundHttp http) {
        this.http = http;
    }

    /** Empty where the provider refuses the code. */
    Optional<String> idToken(
            Provider provider, OIDCProviderMetadata metadata, String code, String verifier, URI callback)
            throws ProviderAway {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(verifier));
        try {
            var request = request(provider, metadata, grant).toHTTPRequest();
            var headers = new HashMap<String, String>();
            request.getHeaderMap().forEach((name, values) -> headers.put(name, values.getFirst()));
            headers.put("Accept", "application/json");
            var answer = http.send("POST", metadata.getTokenEndpointURI(), headers, request.getBody());
            if (answer.status() >= 500) {
                throw new ProviderAway("its token endpoint answers " + answer.status());
            }
            if (answer.status() != 200) {
                return Optional.empty();
            }
            var response = new HTTPResponse(200);
            response.setContentType("application/json");
            response.setBody(answer.body());
            return OIDCTokenResponseParser.parse(response) instanceof OIDCTokenResponse tokens
                    ? Optional.ofNullable(tokens.getOIDCTokens().getIDTokenString())
                    : Optional.empty();
        } catch (IOException e) {
            throw new ProviderAway("its token endpoint does not answer", e);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static TokenRequest request(
            Provider provider, OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
        var client = new ClientID(provider.clientId());
        var endpoint = metadata.getTokenEndpointURI();
        if (provider.clientSecret().isEmpty()) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        var secret = new com.nimbusds.oauth2.sdk.auth.Secret(
                provider.clientSecret().get().reveal());
        var methods = metadata.getTokenEndpointAuthMethods();
        boolean basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        var authentication = basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
        return new TokenRequest.Builder(endpoint, authentication, grant).build();
    }
}
