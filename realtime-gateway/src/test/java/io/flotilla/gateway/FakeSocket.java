package io.flotilla.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Socket;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A socket that writes down what is done to it. */
public final class FakeSocket implements Socket {
    private static final Vertx VERTX = Vertx.vertx();

    private final String id;
    private final String namespace;
    private final Handshake handshake;
    private final Context context = VERTX.getOrCreateContext();
    private final List<Outgoing> heard = new CopyOnWriteArrayList<>();
    private volatile boolean disconnected;
    private volatile int closedWith;

    public FakeSocket(String id, String namespace, Handshake handshake) {
        this.id = id;
        this.namespace = namespace;
        this.handshake = handshake;
    }

    public static FakeSocket in(String namespace) {
        return new FakeSocket("socket", namespace, handshakeOf());
    }

    /** A new one of nobody in particular; headers by name and value. */
    public static Handshake handshakeOf(String... headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        return new Handshake(all, MultiMap.caseInsensitiveMultiMap(), "192.0.2.7", "a.test");
    }

    public List<String> heard() {
        return heard.stream().map(Outgoing::name).toList();
    }

    public boolean isDisconnected() {
        return disconnected;
    }

    /** 0 while nobody closed it. */
    public int closedWith() {
        return closedWith;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public void emit(Outgoing event) {
        if (isOpen()) {
            heard.add(event);
        }
    }

    @Override
    public void emit(String name, JsonNode... args) {
        emit(Outgoing.event(namespace, name, args));
    }

    @Override
    public void emitVolatile(Outgoing event) {
        emit(event);
    }

    @Override
    public void disconnect() {
        disconnected = true;
    }

    @Override
    public void close(int code, @Nullable String reason) {
        closedWith = code;
    }

    @Override
    public boolean isOpen() {
        return !disconnected && closedWith == 0;
    }

    @Override
    public long pending() {
        return 0;
    }
}
