package io.flotilla.systemtests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.peers.Peer;
import io.flotilla.systemtests.peers.PeerProcess;
import io.flotilla.systemtests.peers.Visit;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two nodes of every service for all scenarios about sockets, and the means to come to them. Started once, ended after the run. */
final class Harbour implements AutoCloseable {
    static final String PASSWORD = "three small boats at sea";
    static final String SECOND_GATEWAY = "realtime-gateway-2";

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Harbour.class);

    final Flotilla flotilla;
    final Wire wire = new Wire();
    final Peer npm = PeerProcess.node();

    private Harbour() {
        flotilla = Flotilla.start(
                Path.of("target", "harbour-" + ProcessHandle.current().pid()),
                Map.ofEntries(
                        Map.entry("FLOTILLA_NODES", "2"),
                        Map.entry("FLOTILLA_BROKER_POOL_SIZE", "0"),
                        Map.entry("FLOTILLA_SERVICE_HEAP", "256m"),
                        // As behind a load balancer, which needs a while to notice.
                        Map.entry("FLOTILLA_GATEWAY_DRAIN_NOTICE", "2s"),
                        // Everybody comes from one address.
                        Map.entry("FLOTILLA_GATEWAY_SOCKETS_PER_ADDRESS", "10000"),
                        Map.entry("FLOTILLA_SESSION_VM_SESSIONS_PER_ADDRESS", "10000"),
                        Map.entry("FLOTILLA_LIMITS_CSRF", "10000"),
                        Map.entry("FLOTILLA_LIMITS_SIGN_IN_PER_ADDRESS", "10000")));
    }

    static Harbour of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Harbour.class, key -> new Harbour(), Harbour.class);
    }

    /** The doors in turn: the first node's for even numbers. */
    URI node(int number) {
        return number % 2 == 0 ? flotilla.url() : flotilla.secondUrl();
    }

    ApiVisitor visitor() {
        return new ApiVisitor(flotilla.url()).arrive();
    }

    /** Somebody with an account of her own. */
    ApiVisitor account() {
        var person = visitor();
        expect(person.register("ada" + Scenario.unique(), PASSWORD), 201);
        return person;
    }

    ApiVisitor admin() {
        var admin = visitor();
        expect(admin.signIn("admin", flotilla.adminPassword()), 200);
        return admin;
    }

    static String userId(ApiVisitor account) {
        return expect(account.get("/api/session_state"), 200)
                .json()
                .getAsJsonObject("user")
                .get("id")
                .getAsString();
    }

    static String token(ApiVisitor visitor) {
        return expect(visitor.post("/api/auth/token", "{}"), 200).text("access_token");
    }

    static String ticket(ApiVisitor visitor) {
        return expect(visitor.post("/api/auth/ticket", "{}"), 200).text("ticket");
    }

    /** What a page of that door sends along with each request. */
    static Map<String, String> headers(ApiVisitor visitor, URI door) {
        return Map.of("Cookie", visitor.cookie(), "User-Agent", visitor.userAgent(), "Origin", door.toString());
    }

    /** By cookie, as one of our pages. */
    static Entrance entrance(ApiVisitor visitor, URI door, String namespace) {
        return new Entrance(door, namespace, headers(visitor, door), "");
    }

    /** The same person at another door. */
    static Entrance entrance(Entrance entrance, URI door) {
        var headers = new LinkedHashMap<>(entrance.headers());
        headers.put("Origin", door.toString());
        return new Entrance(door, entrance.namespace(), headers, entrance.auth());
    }

    /** By cookie, as one of our pages, with somebody else's client. */
    static Visit visit(ApiVisitor visitor, URI door, String namespace) {
        return Visit.to(door, namespace).withHeaders(headers(visitor, door));
    }

    /** A browser shared by its owner. */
    Shared share() {
        var owner = visitor();
        var id = expect(owner.create(), 200).text("id");
        expect(owner.share(id), 200);
        return new Shared(this, owner, id);
    }

    /** A shared VM session. Closing it ends it. */
    record Shared(Harbour harbour, ApiVisitor owner, String id) implements AutoCloseable {
        /** Somebody new who takes part. */
        ApiVisitor guest() {
            var guest = harbour.visitor();
            expect(guest.join(id), 200);
            return guest;
        }

        @Override
        public void close() {
            expect(owner.end(id), 200);
        }
    }

    /** An object of names and strings, numbers, booleans or JSON, in turn. */
    static JsonObject json(Object... namesAndValues) {
        var json = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
        }
        return json;
    }

    static Answer expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("not " + status + ": " + answer);
        }
        return answer;
    }

    private static JsonElement element(Object value) {
        return switch (value) {
            case JsonElement element -> element;
            case Number number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            default -> new JsonPrimitive(value.toString());
        };
    }

    @Override
    public void close() {
        npm.close();
        wire.close();
        flotilla.close();
    }
}
