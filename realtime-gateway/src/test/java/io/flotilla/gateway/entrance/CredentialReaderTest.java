package io.flotilla.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.socket.Origins;
import io.flotilla.kit.secret.Secret;
import io.flotilla.socket.Handshake;
import io.vertx.core.MultiMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReaderTest {
    private static final String JWT = "eyJh.eyJz.c2ln";
    private static final String TICKET = "tk_" + "x".repeat(43);
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final String OURS = "https://a.test";

    private final CredentialReader reader =
            new CredentialReader(new Origins(Set.of("https://friend.test")), "__Host-flotilla", true);

    @Test
    void theFirstThatIsThereCountsAlone() {
        var all = handshake("token=" + "q.q.q", "Authorization", "Bearer h.h.h", "Origin", OURS, "Cookie", cookie("c"));

        assertThat(read(all, auth("a.a.a"))).isEqualTo(token("a.a.a"));
        assertThat(read(all, NOTHING)).isEqualTo(token("h.h.h"));
        assertThat(read(handshake("token=q.q.q", "Origin", OURS, "Cookie", cookie("c")), NOTHING))
                .isEqualTo(token("q.q.q"));
        assertThat(read(handshake("", "Origin", OURS, "Cookie", cookie("c"), "User-Agent", "Firefox"), NOTHING))
                .isEqualTo(new Credential.Cookie(Secret.of("c"), "Firefox"));
        assertThat(read(all, auth("nonsense"))).as("also when it is bad").isEqualTo(new Credential.Unusable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyJh.eyJz.c2ln", "Bearer eyJh.eyJz.c2ln", "bearer  eyJh.eyJz.c2ln "})
    void aTokenMayComeAsAHeaderWouldHaveIt(String text) {
        assertThat(read(handshake(""), auth(text))).isEqualTo(token(JWT));
    }

    @Test
    void aTicketIsATicketWhereverItIsShown() {
        var ticket = new Credential.Ticket(Secret.of(TICKET));

        assertThat(read(handshake(""), auth(TICKET))).isEqualTo(ticket);
        assertThat(read(handshake("token=" + TICKET), NOTHING)).isEqualTo(ticket);
        assertThat(read(handshake("", "Authorization", "Bearer " + TICKET), NOTHING))
                .isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":7}",
                "{\"token\":[\"a.a.a\"]}",
                "{\"token\":{}}",
                "{\"token\":true}",
                "{\"token\":\"sk_x\"}",
                "{\"token\":\"a.b\"}",
                "{\"token\":\"a.b.c.d\"}",
                "{\"token\":\"a b.c.d\"}"
            })
    void whatCanBeNoneOfOursIsUnusable(String auth) throws Exception {
        assertThat(read(handshake("", "Origin", OURS, "Cookie", cookie("c")), Json.read(auth)))
                .isEqualTo(new Credential.Unusable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "7", "null", "\"a.a.a\"", "{\"token\":null}", "{\"token\":\"\"}", "{\"token\":\" \"}"
            })
    void anAuthWithoutATokenLeavesItToTheHandshake(String auth) throws Exception {
        assertThat(read(handshake("", "Authorization", "Bearer " + JWT), Json.read(auth)))
                .isEqualTo(token(JWT));
    }

    @Test
    void whatIsLongerThanAnyOfOursIsNotEvenLookedAt() {
        assertThat(read(handshake(""), auth("a.a." + "a".repeat(5_000)))).isEqualTo(new Credential.Unusable());
        assertThat(read(handshake("", "Origin", OURS, "Cookie", cookie("c".repeat(600))), NOTHING))
                .isEqualTo(new Credential.None());
    }

    @Test
    void theQuerysTokenCanBeSwitchedOff() {
        var strict = new CredentialReader(new Origins(Set.of()), "__Host-flotilla", false);

        assertThat(strict.read(handshake("token=" + JWT), NOTHING)).isEqualTo(new Credential.None());
        assertThat(strict.read(handshake("token=" + JWT), auth("b.b.b"))).isEqualTo(token("b.b.b"));
    }

    /** Origin, Sec-Fetch-Site, whether the cookie counts; {@code -} is no such header. */
    @ParameterizedTest
    @CsvSource({
        "https://a.test, -, true",
        "https://friend.test, cross-site, true",
        "https://evil.test, -, false",
        "https://evil.test, same-origin, false",
        "null, same-origin, false",
        "-, -, false",
        "-, same-origin, true",
        "-, same-site, false",
        "-, cross-site, false",
        "-, none, false"
    })
    void theCookieCountsOnlyForPagesThatMayUseIt(String origin, String site, boolean counts) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Cookie", cookie("c"));
        if (!origin.equals("-")) {
            headers.add("Origin", origin);
        }
        if (!site.equals("-")) {
            headers.add("Sec-Fetch-Site", site);
        }
        var handshake = new Handshake(headers, MultiMap.caseInsensitiveMultiMap(), "192.0.2.7", "a.test");

        assertThat(read(handshake, NOTHING) instanceof Credential.Cookie).isEqualTo(counts);
    }

    @Test
    void nobodysAuthorizationAndOtherCookiesAreNone() {
        assertThat(read(handshake("", "Authorization", "Basic YTpi", "Origin", OURS, "Cookie", "flotilla=c"), NOTHING))
                .isEqualTo(new Credential.None());
        assertThat(read(handshake("", "Origin", OURS, "Cookie", "__Host-flotilla="), NOTHING))
                .isEqualTo(new Credential.None());
    }

    @Test
    void aCredentialIsNotPrinted() {
        assertThat(new Credential.Cookie(Secret.of("precious"), "Firefox").toString())
                .doesNotContain("precious");
        assertThat(token("p.r.ecious").toString()).doesNotContain("ecious");
    }

    private Credential read(Handshake handshake, JsonNode auth) {
        return reader.read(handshake, auth);
    }

    private static Handshake handshake(String query, String... headers) {
        var parameters = MultiMap.caseInsensitiveMultiMap();
        if (!query.isEmpty()) {
            parameters.add("token", query.substring("token=".length()));
        }
        return new Handshake(FakeSocket.handshakeOf(headers).headers(), parameters, "192.0.2.7", "a.test");
    }

    private static JsonNode auth(String token) {
        return Json.object().put("token", token);
    }

    private static Credential token(String jwt) {
        return new Credential.Token(Secret.of(jwt));
    }

    private static String cookie(String value) {
        return "other=1; __Host-flotilla=" + value;
    }
}
