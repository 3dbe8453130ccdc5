package io.flotilla.gateway.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.roomlog.LogEntry;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Room;
import io.flotilla.socket.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A room, as far as this node has somebody in it. Everything that concerns the order happens in one {@link Lane}: entries are told there,
 * and whoever comes in is put right behind what was told last. The public methods may be called from any thread.
 */
public final class LocalRoom {
    private static final Logger LOG = Logger.getLogger(LocalRoom.class);
    private static final int MOST_WAITING = 10_000;
    private static final int ATTEMPTS = 3;

    private final String id;
    private final String vmId;
    private final Surroundings around;
    private final Lane lane = new Lane("room", MOST_WAITING);
    private final RoomOrder order;
    private final Snapshots snapshots;
    private final Set<RoomSeat> seats = ConcurrentHashMap.newKeySet();

    /** Those who have been told everything up to now. */
    private final Room live = Room.empty();

    private final Arrivals arrivals = new Arrivals();
    private volatile Crowd crowd = new Crowd(List.of());
    private volatile RoomLog.@Nullable Listening listening;

    /** The newest number that any snapshot showed, and whether somebody is being told anew; the lane's. */
    private long shown;

    private boolean mending;

    LocalRoom(String id, String vmId, Surroundings around) {
        this.id = id;
        this.vmId = vmId;
        this.around = around;
        this.order = new RoomOrder(id, around.log(), new Telling());
        this.snapshots = new Snapshots(around.log(), around.parts(), around.clock());
    }

    public String id() {
        return id;
    }

    public String vmId() {
        return vmId;
    }

    /** Who is connected, over all nodes, as far as it is known here. */
    public List<Person> people() {
        return crowd.people();
    }

    /** Those of this node who are in. A copy. */
    public List<RoomSeat> seats() {
        return List.copyOf(seats);
    }

    /** To those here at once, outside of the order, unless they are behind. Returns at once. */
    public void emitVolatile(String event, JsonNode data, Predicate<Socket> to) {
        live.emitVolatile(Outgoing.event(Told.NAMESPACE, event, data), to);
    }

    /** To be told in its turn, on every node, once for each id. Blocks; throws {@link Unavailable}, then nobody knows. */
    public Position append(String entryId, String event, JsonNode data) {
        return around.log().append(id, entryId, event, data.toString());
    }

    /** Passes something on to the features of the other nodes, at most once. Blocks; throws {@link Unavailable}. */
    public void pass(String kind, ObjectNode words) {
        var text = Json.object().put("from", around.node()).put("kind", kind).set("words", words);
        around.log().pass(id, text.toString());
    }

    void open() {
        listening = around.log().listen(id, new Ear());
        around.features().forEach(feature -> feature.opened(this));
    }

    void close() {
        var last = listening;
        if (last != null) {
            last.close();
        }
        around.features().forEach(feature -> feature.closed(this));
    }

    void people(List<Person> now) {
        lane.offer(() -> {
            var before = crowd;
            crowd = new Crowd(now);
            arrivals.changed();
            crowd.since(before).ifPresent(news -> live.emit(Outgoing.event(Told.NAMESPACE, "presence", news)));
            around.features().forEach(feature -> feature.people(this, now));
        });
    }

    /** What the channels may have missed is found here. */
    void look() {
        lane.offer(() -> {
            order.catchUp();
            mend();
            around.features().forEach(feature -> feature.look(this));
        });
    }

    ObjectNode describe(RoomSeat seat) {
        return seat.json(crowd);
    }

    /** Until this one is seen among the people, so that a snapshot shows who is there; not for long. Blocks. */
    void waitFor(RoomSeat seat) {
        arrivals.await(() -> crowd.find(seat.participantId()).isPresent());
    }

    /** Out of the room, whether already in or not. Nothing more is told. */
    void leave(RoomSeat seat) {
        live.remove(seat.socket());
        seats.remove(seat);
        around.features().forEach(feature -> feature.left(this, seat));
    }

    /** In with a snapshot, which is told before everything else; answers where that stands. Blocks; throws {@link Unavailable}. */
    Position admit(RoomSeat seat, Consumer<ObjectNode> answer) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var snapshot = snapshots.read(this, seat.userId());
            if (lane.ask(() -> admitted(seat, snapshot, answer))) {
                return snapshot.position();
            }
            snapshots.forget();
        }
        throw new Unavailable("The room changes too fast");
    }

    /** In with what happened since. False, and nothing is told, when nobody can say what that was. Blocks; throws {@link Unavailable}. */
    boolean resume(RoomSeat seat, Position after, Consumer<ObjectNode> answer) {
        var snapshot = snapshots.read(this, seat.userId());
        return lane.ask(() -> {
            order.stand();
            order.catchUp();
            var missed = order.toldSince(after);
            missed.ifPresent(entries -> {
                var fields = welcome(seat, snapshot).put("recovered", true).put("missed", entries.size());
                fields.remove("chat");
                answer.accept(fields);
                enter(seat, entries);
            });
            return missed.isPresent();
        });
    }

    private boolean admitted(RoomSeat seat, Snapshots.Snapshot snapshot, Consumer<ObjectNode> answer) {
        if (!snapshot.position().equals(order.stand())) {
            order.catchUp();
        }
        var missed = order.toldSince(snapshot.position());
        missed.ifPresent(entries -> {
            seat.shown(snapshot.shown());
            shown = Math.max(shown, snapshot.shown());
            answer.accept(welcome(seat, snapshot)
                    .put("recovered", false)
                    .put("position", snapshot.position().toString()));
            enter(seat, entries);
        });
        return missed.isPresent();
    }

    private ObjectNode welcome(RoomSeat seat, Snapshots.Snapshot snapshot) {
        var now = crowd;
        var fields = Json.object().put("room", id);
        fields.set("you", seat.json(now));
        fields.set("participants", now.shown());
        fields.put("total", now.people().size());
        return fields.setAll(snapshot.fields());
    }

    private void enter(RoomSeat seat, List<LogEntry> missed) {
        for (var entry : missed) {
            Told.of(entry).filter(told -> told.number() > seat.shown()).ifPresent(told -> seat.socket()
                    .emit(told.outgoing()));
        }
        seats.add(seat);
        seat.upToDate(true);
        live.add(seat.socket());
        if (seat.isOver()) {
            leave(seat);
        }
    }

    private void mend() {
        var stale = seats.stream().filter(seat -> !seat.isUpToDate()).toList();
        if (stale.isEmpty() || mending) {
            return;
        }
        mending = true;
        Thread.ofVirtual().name("room-mending").start(() -> {
            try {
                stale.forEach(seat ->
                        admit(seat, snapshot -> seat.socket().emit("resync", new Answer.Done(snapshot).json())));
            } catch (Unavailable e) {
                LOG.debugf("A room cannot be told anew yet: %s", e.getMessage());
            } finally {
                lane.add(() -> mending = false);
            }
        });
    }

    /** On the log's thread; everything else in the lane. */
    private final class Ear implements RoomLog.Ear {
        @Override
        public void appended(LogEntry entry) {
            lane.offer(() -> order.heard(entry));
        }

        @Override
        public void passed(String text) {
            try {
                var words = Json.read(text);
                if (!around.node().equals(words.path("from").asText(""))) {
                    var kind = words.path("kind").asText("");
                    around.features().forEach(feature -> feature.passed(LocalRoom.this, kind, words.path("words")));
                }
            } catch (JsonProcessingException e) {
                LOG.debug("Something odd was passed on");
            }
        }

        @Override
        public void unsure() {
            lane.offer(order::catchUp);
        }
    }

    private final class Telling implements RoomOrder.Listener {
        @Override
        public void tell(LogEntry entry) {
            Told.of(entry).ifPresent(told -> {
                if (told.number() > shown) {
                    live.emit(told.outgoing());
                } else {
                    var late = seats.stream()
                            .filter(seat -> seat.shown() < told.number())
                            .map(RoomSeat::socket)
                            .collect(Collectors.toSet());
                    live.emit(told.outgoing(), late::contains);
                }
                around.features().forEach(feature -> feature.appended(LocalRoom.this, told.name(), told.data()));
            });
        }

        /** Nobody may hear of anything before having heard everything anew. */
        @Override
        public void lost() {
            LOG.infof("Entries of a room's log are lost; %d sockets are told anew", seats.size());
            snapshots.forget();
            seats.forEach(seat -> {
                seat.upToDate(false);
                live.remove(seat.socket());
            });
            mend();
        }
    }
}
