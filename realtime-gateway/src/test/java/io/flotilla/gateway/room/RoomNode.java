package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.chat.ChatParts;
import io.flotilla.gateway.control.ControlParts;
import io.flotilla.gateway.control.InputRights;
import io.flotilla.gateway.cursor.CursorParts;
import io.flotilla.gateway.host.HostParts;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.socket.Door;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.SocketServer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A gateway that has nothing but rooms, on the real engine and a port of its own. A token is the name of somebody, whose user id is
 * {@code u-name} and whose participant id {@code p-name}.
 */
final class RoomNode implements AutoCloseable {
    private static final Map<String, String> QUICK = Map.of(
            "flotilla.gateway.rooms.look", "200ms",
            "flotilla.gateway.rooms.control-grace", "1s",
            "flotilla.gateway.rooms.chat-per-second", "50",
            "flotilla.gateway.rooms.commands-per-second", "200");

    private final Vertx vertx = Vertx.vertx();
    private final RoomSeats seats = new RoomSeats();
    private final List<RoomFeature> features = new ArrayList<>();
    private final HttpServer http;
    final LocalRooms rooms;
    final InputRights rights;

    RoomNode(RoomWorld world, String name) {
        this(world, name, world.log);
    }

    RoomNode(RoomWorld world, String name, RoomLog log) {
        InstantSource clock = Clock.systemUTC();
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(GatewayConfig.class)
                .withDefaultValues(QUICK)
                .build()
                .getConfigMapping(GatewayConfig.class);
        var chat = new ChatParts(world.record, config);
        var control = new ControlParts(world, vertx, clock, config);
        var cursors = new CursorParts(vertx, config);
        var around = new Surroundings(log, List.of(chat.part(), control.part()), features, clock, name);
        var here = new LocalRooms[1];
        var roll = world.roll.node(name, (vmId, people) -> here[0].people(vmId, people));
        rooms = new LocalRooms(around, seats, roll, new Registry(), vertx, config);
        here[0] = rooms;
        rights = control.rights(rooms);
        features.addAll(cursors.features());
        features.add(chat.feature());
        features.add(control.feature(rights));

        var participants = new Participants(world.sessions, world.members, world.record);
        var commands = Stream.of(chat.commands(), control.commands(), HostParts.commands(world.record))
                .flatMap(List::stream)
                .toList();
        var services = new RoomSocket.Services(
                new Joining(participants, rooms, clock),
                new CommandDesk(commands, world.commands),
                new SignalDesk(cursors.signals()),
                (socket, who, lastWords) -> {},
                config.rooms().commandsPerSecond());
        var continuations = new Continuations(world.recoveries, participants, log);
        var namespace = new RoomsNamespace(new ByName(), continuations, services, world.ids);
        var server = SocketServer.of(vertx, EngineSettings.DEFAULT, new Open(), Map.of(namespace.path(), namespace));
        http = vertx.createHttpServer()
                .requestHandler(request -> server.take(
                        request, new Handshake(request.headers(), request.params(), "192.0.2.1", "localhost")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        rooms.begin(new StartupEvent());
    }

    SocketVisit enter(String name) {
        return SocketClient.to(http.actualPort()).enter("/rooms", new JsonObject().put("token", name));
    }

    /** As an official client comes back. */
    SocketVisit enter(String name, String pid, String offset) {
        return SocketClient.to(http.actualPort())
                .enter(
                        "/rooms",
                        new JsonObject().put("token", name).put("pid", pid).put("offset", offset));
    }

    /** As the membership watch does on every node. */
    void takeSeat(String participantId, CloseCode code) {
        seats.at(RoomWorld.VM).stream()
                .map(RoomSeat.class::cast)
                .filter(seat -> seat.participantId().equals(participantId))
                .forEach(seat -> seat.close(code, code.reason()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static final class Open implements Door {
        @Override
        public Future<Admission> admit(Handshake handshake) {
            return Future.succeededFuture(new Admission.Admitted(() -> {}));
        }

        @Override
        public boolean letsIn(Handshake request) {
            return true;
        }
    }

    private static final class ByName implements Identification {
        @Override
        public Future<Identity> identify(Handshake handshake, JsonNode auth) {
            var name = auth.path("token").asText("");
            return Future.succeededFuture(
                    name.isEmpty()
                            ? new Identity.Refused(Identity.Reason.MISSING)
                            : new Identity.Known(new Identified(
                                    "u-" + name, "sid-" + name, name, Set.of("user"), null, new Proof.Token())));
        }
    }
}
