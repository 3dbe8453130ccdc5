package io.flotilla.testkit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens signed with the right key that must open nothing all the same: each lacks or has one thing too much. */
public final class Misfits {
    private final TestTokens tokens;
    private final List<Forgery> made = new ArrayList<>();
    private final long now = Instant.now().getEpochSecond();

    private Misfits(TestTokens tokens) {
        this.tokens = tokens;
    }

    public static List<Forgery> of(TestTokens tokens) {
        var misfits = new Misfits(tokens);
        misfits.ofTime();
        misfits.ofPurpose();
        misfits.ofSubject();
        misfits.ofHeader();
        return List.copyOf(misfits.made);
    }

    private void ofTime() {
        claim("expired", "exp", now - 60);
        claim("no exp", "exp", null);
        claim("exp is a text", "exp", "tomorrow");
        claim("not yet valid", "nbf", now + 600);
        claim("issued in the future", "iat", now + 600);
    }

    private void ofPurpose() {
        claim("another issuer", "iss", "https://evil.example");
        claim("no issuer", "iss", null);
        claim("issuers", "iss", new JsonArray().add("flotilla"));
        claim("another audience", "aud", "flotilla-media");
        claim("no audience", "aud", null);
        claim("no session", "sid", null);
        claim("no group", "grp", null);
        claim("roles are a text", "groups", "admin");
        type("no typ", null);
        type("typ of an ID token", "JWT");
        type("typ of a participant", "participant+jwt");
        type("typ of a service", "service+jwt");
    }

    private void ofSubject() {
        claim("no sub", "sub", null);
        claim("an empty sub", "sub", "");
        claim("a number as sub", "sub", 7);
        claim("a list as sub", "sub", new JsonArray().add("ada"));
        claim("an oversized sub", "sub", "a".repeat(1_000));
        claim("a sub of two lines", "sub", "ada\nadmin");
        claim("a sub with a space", "sub", "ada lovelace");
    }

    private void ofHeader() {
        var claims = claims().encode();
        sign(
                "an unknown crit",
                header().put("crit", new JsonArray().add("exp-not")).put("exp-not", 1),
                claims);
        sign("an empty crit", header().put("crit", new JsonArray()), claims);
        sign("unencoded payload", header().put("b64", false).put("crit", new JsonArray().add("b64")), claims);
        var inner = tokens.signRaw(header().encode(), claims);
        sign("nested", header().put("cty", "JWT"), inner);
        sign("a claim twice", header(), claims.replaceFirst("\\{", "{\"sub\":\"admin\","));
        sign("claims that are a list", header(), "[" + claims + "]");
        sign("claims that are none", header(), "ada");
        add(
                "a header entry twice",
                tokens.signRaw(header().encode().replaceFirst("\\{", "{\"alg\":\"none\","), claims));
    }

    private void claim(String name, String claim, @Nullable Object value) {
        var odd = claims();
        if (value == null) {
            odd.remove(claim);
        } else {
            odd.put(claim, value);
        }
        sign(name, header(), odd.encode());
    }

    private void type(String name, @Nullable String type) {
        var odd = header();
        if (type == null) {
            odd.remove("typ");
        } else {
            odd.put("typ", type);
        }
        sign(name, odd, claims().encode());
    }

    private void sign(String name, JsonObject header, String payload) {
        add(name, tokens.signRaw(header.encode(), payload));
    }

    private void add(String name, String token) {
        made.add(new Forgery(name, token));
    }

    private static JsonObject header() {
        return new JsonObject()
                .put("alg", "EdDSA")
                .put("kid", TestTokens.KEY_ID)
                .put("typ", "at+jwt");
    }

    /** Claims with which a token is fine. */
    private JsonObject claims() {
        return new JsonObject()
                .put("iss", "flotilla")
                .put("aud", "flotilla")
                .put("sub", "ada")
                .put("sid", "sid-misfit")
                .put("grp", "ada")
                .put("groups", new JsonArray().add("user"))
                .put("iat", now)
                .put("exp", now + 300);
    }
}
