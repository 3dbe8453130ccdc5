package io.flotilla.bench.fanout;

import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.product.Service;
import io.flotilla.systemtests.wire.Entrance;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Flotilla on two nodes, with one shared VM session and people who take part in it. Each person has up to fifty sockets: a visit is what
 * costs a round to set up, a socket is what is measured.
 */
final class Product implements Contestant {
    private static final int SOCKETS_EACH = 50;
    private static final int PEOPLE = 200;

    private final Flotilla flotilla;
    private final List<ApiVisitor> people = new ArrayList<>();
    private final String room;
    private final Door door;

    Product(Path home) {
        flotilla = Flotilla.start(
                home,
                Map.ofEntries(
                        Map.entry("FLOTILLA_NODES", "2"),
                        Map.entry("FLOTILLA_BROKER_POOL_SIZE", "0"),
                        Map.entry("FLOTILLA_SERVICE_HEAP", "1g"),
                        // As on a server of its own, where the compiler may take its time; a laptop's default is the
                        // quick one.
                        Map.entry("FLOTILLA_SERVICE_JVM", "-XX:TieredStopAtLevel=4"),
                        // Everybody comes from one address here.
                        Map.entry("FLOTILLA_GATEWAY_SOCKETS_PER_ADDRESS", "100000"),
                        Map.entry("FLOTILLA_SESSION_VM_SESSIONS_PER_ADDRESS", "100000"),
                        Map.entry("FLOTILLA_LIMITS_WRITES", "0"),
                        Map.entry("FLOTILLA_LIMITS_CSRF", "0"),
                        Map.entry("FLOTILLA_LIMITS_INFO", "0")));
        try {
            var owner = visitor();
            room = expect(owner.create(), 200).text("id");
            expect(owner.share(room), 200);
            for (int i = 0; i < PEOPLE; i++) {
                var person = visitor();
                expect(person.join(room), 200);
                people.add(person);
            }
            door = door();
        } catch (RuntimeException e) {
            flotilla.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "Flotilla";
    }

    @Override
    public int nodes() {
        return 2;
    }

    URI node(int number) {
        return number % 2 == 0 ? flotilla.url() : flotilla.secondUrl();
    }

    String room() {
        return room;
    }

    @Override
    public Entrance member(int number, int nodes) {
        return person(number / SOCKETS_EACH, node(number % nodes));
    }

    /** A person at some door; the pages of that door are what she comes from. */
    Entrance person(int number, URI at) {
        return entrance(number, at, "/rooms");
    }

    @Override
    public Entrance idler(int number) {
        return entrance(number / SOCKETS_EACH, flotilla.url(), "/sessions");
    }

    @Override
    public String join() {
        return "{\"room\":\"" + room + "\"}";
    }

    @Override
    public void broadcast(String text) {
        door.post("{\"target\":{\"room\":\"" + room
                + "\"},\"namespace\":\"/rooms\",\"event\":\"measured\",\"data\":{\"text\":\"" + text + "\"}}");
    }

    @Override
    public List<Long> holders(int nodes) {
        var names = List.of(Service.GATEWAY.label(), Service.GATEWAY.label() + "-2");
        return names.subList(0, nodes).stream()
                .map(name -> flotilla.process(name).orElseThrow().pid())
                .toList();
    }

    /** The Redis that came with it, for the reference to share its own copy of. */
    Path redisBinary() {
        var names =
                flotilla.home().resolve("bin").toFile().listFiles((directory, name) -> name.startsWith("redis-server"));
        if (names == null || names.length == 0) {
            throw new IllegalStateException("no Redis in " + flotilla.home());
        }
        return names[0].toPath();
    }

    @Override
    public void close() {
        flotilla.close();
    }

    private Entrance entrance(int person, URI at, String namespace) {
        var visitor = people.get(person);
        return new Entrance(
                at,
                namespace,
                Map.of("Cookie", visitor.cookie(), "User-Agent", visitor.userAgent(), "Origin", at.toString()),
                "");
    }

    private ApiVisitor visitor() {
        return new ApiVisitor(flotilla.url()).arrive();
    }

    private Door door() {
        var admin = visitor();
        expect(admin.signIn("admin", flotilla.adminPassword()), 200);
        return new Door(
                flotilla.url().resolve("/api/realtime/broadcast"),
                Map.of("Cookie", admin.cookie(), "User-Agent", admin.userAgent(), "X-CSRF-Token", admin.csrfToken()));
    }

    private static Answer expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("not " + status + ": " + answer);
        }
        return answer;
    }
}
