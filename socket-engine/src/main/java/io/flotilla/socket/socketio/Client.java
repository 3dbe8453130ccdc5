package io.flotilla.socket.socketio;

import io.flotilla.socket.Namespace;
import io.flotilla.socket.Namespace.Departure;
import io.flotilla.socket.Namespace.Entry;
import io.flotilla.socket.engineio.Ear;
import io.flotilla.socket.engineio.Session;
import io.flotilla.socket.packet.Packet;
import io.flotilla.socket.packet.PacketReader;
import io.flotilla.socket.packet.PacketWriter;
import io.flotilla.socket.packet.Reading;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What one connection says, shared out to its namespaces. On the session's event loop. */
final class Client implements Ear {
    private static final System.Logger LOG = System.getLogger(Client.class.getName());
    private static final char MESSAGE = '4';

    private final Session session;
    private final Map<String, Namespace> namespaces;
    private final Supplier<String> ids;
    private final PacketReader reader = new PacketReader();
    private final Map<String, Member> members = new HashMap<>(2);

    Client(Session session, Map<String, Namespace> namespaces, Supplier<String> ids) {
        this.session = session;
        this.namespaces = namespaces;
        this.ids = ids;
    }

    @Override
    public void opened() {
        session.expectEntry();
    }

    @Override
    public void text(byte[] utf8, int from) {
        take(reader.text(utf8, from));
    }

    @Override
    public void binary(byte[] bytes) {
        take(reader.binary(bytes));
    }

    @Override
    public void closed(Departure why) {
        var all = List.copyOf(members.values());
        members.clear();
        all.forEach(member -> member.over(why));
    }

    void left(Member member, Departure why) {
        if (members.remove(member.namespace(), member)) {
            member.over(why);
            if (members.isEmpty()) {
                session.expectEntry();
            }
        }
    }

    private void take(Reading reading) {
        switch (reading) {
            case Reading.Whole(var packet) -> take(packet);
            case Reading.Partial() -> {
                // Its attachments follow.
            }
            case Reading.Odd(var why) -> session.refuse(why, Departure.PARSE_ERROR);
        }
    }

    private void take(Packet packet) {
        var member = members.get(packet.namespace());
        if (packet instanceof Packet.Connect connect && member == null) {
            enter(connect);
        } else if (member == null || !member.isIn()) {
            session.refuse("not in that namespace", Departure.SERVER_CLOSE);
        } else {
            switch (packet) {
                case Packet.Event event -> member.heard(event);
                case Packet.Disconnect gone -> left(member, Departure.CLIENT_DISCONNECT);
                case Packet.Ack answer -> {
                    // Nothing here asks for one.
                }
                case Packet.Connect again -> session.refuse("already in that namespace", Departure.SERVER_CLOSE);
                case Packet.ConnectError odd -> session.refuse("only a server may say that", Departure.SERVER_CLOSE);
            }
        }
    }

    private void enter(Packet.Connect connect) {
        var path = connect.namespace();
        var namespace = namespaces.get(path);
        if (namespace == null) {
            refuse(path, new Entry.Refused("Invalid namespace", null));
        } else if (members.size() >= session.settings().namespaces()) {
            refuse(path, new Entry.Refused("Too many namespaces", null));
        } else {
            var member = new Member(ids.get(), path, this, session);
            members.put(path, member);
            asked(namespace, member, connect).onComplete(entry -> session.run(() -> answered(member, entry)));
        }
    }

    private static Future<Entry> asked(Namespace namespace, Member member, Packet.Connect connect) {
        try {
            return namespace.enter(member, connect.auth());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void answered(Member member, AsyncResult<Entry> answer) {
        var path = member.namespace();
        if (answer.failed()) {
            LOG.log(System.Logger.Level.ERROR, "Nobody could say who may enter " + path, answer.cause());
            session.fail();
            return;
        }
        var entry = answer.result();
        if (members.get(path) != member) {
            // The connection ended meanwhile. Who was let in hears of both.
            if (entry instanceof Entry.Accepted(var listener, var id, var recovery)) {
                member.cameTooLate(listener);
            }
            return;
        }
        switch (entry) {
            case Entry.Accepted(var listener, var id, var recovery) -> {
                session.entered();
                member.accepted(listener, id, recovery);
            }
            case Entry.Refused refused -> {
                members.remove(path);
                refuse(path, refused);
            }
        }
    }

    private void refuse(String path, Entry.Refused refused) {
        session.send(EncodedEvent.packets(PacketWriter.refused(MESSAGE, path, refused.message(), refused.data())));
    }
}
