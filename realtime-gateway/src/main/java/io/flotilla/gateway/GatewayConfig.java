package io.flotilla.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** All settings of the gateway. */
@ConfigMapping(prefix = "flotilla.gateway")
public interface GatewayConfig {
    /** Origins ({@code https://host[:port]}) whose pages may open sockets, besides the gateway's own; by default those that may call us. */
    @WithDefault("${flotilla.cors-origins:}")
    Optional<Set<String>> allowedOrigins();

    /** At shutdown sockets are closed over at most this long, so that their owners do not all come back at once. */
    @WithDefault("5s")
    Duration drain();

    /** Before that, readiness says no for so long, for load balancers to notice; nothing for a node that has none before it. */
    @WithDefault("0s")
    Duration drainNotice();

    Services services();

    Edge edge();

    Limits limits();

    Player player();

    Media media();

    Membership membership();

    Sockets sockets();

    Rooms rooms();

    /** Internal base URLs of what the edge serves. */
    interface Services {
        @WithDefault("${flotilla.auth.url:http://127.0.0.1:8081}")
        URI auth();

        @WithDefault("${flotilla.session.url:http://127.0.0.1:8082}")
        URI session();

        @WithDefault("${flotilla.broker.url:http://127.0.0.1:8083}")
        URI broker();
    }

    interface Edge {
        /** The largest request body that is passed on. */
        @WithDefault("1M")
        MemorySize maxBody();

        @WithDefault("2s")
        Duration connectTimeout();

        /** How long a service may think before its first byte. */
        @WithDefault("60s")
        Duration answerTimeout();

        /** What a client is told to wait when a service is away. */
        @WithDefault("2s")
        Duration retryAfter();

        /** Requests that wait for a connection to one service; more are refused at once. */
        @WithDefault("256")
        int maxWaiting();

        @WithDefault("128")
        int connectionsPerService();
    }

    /** How many sockets this node takes. */
    interface Limits {
        @WithDefault("20")
        int perUser();

        @WithDefault("200")
        int perAddress();

        @WithDefault("500")
        int perVm();

        @WithDefault("10000")
        int perNode();
    }

    /** What a player may send. */
    interface Player {
        @WithDefault("500")
        int messagesPerSecond();

        @WithDefault("64K")
        MemorySize messageSize();

        /** A player that says nothing is pinged this often, and closed when it does not answer. */
        @WithDefault("20s")
        Duration ping();
    }

    interface Media {
        /** What a viewer may be behind, at least. */
        @WithDefault("96K")
        MemorySize window();

        /** Or what the stream yields in this time. */
        @WithDefault("500ms")
        Duration lag();

        @WithDefault("500ms")
        Duration keyFrameInterval();

        /** A viewer that takes nothing for this long is closed. */
        @WithDefault("10s")
        Duration stall();

        /** The upstream stays this long after the last viewer. */
        @WithDefault("5s")
        Duration linger();

        /** Viewers wait this long for an upstream that is away. */
        @WithDefault("10s")
        Duration patience();
    }

    interface Membership {
        /** How often memberships are looked at, whatever the channel says. */
        @WithDefault("5s")
        Duration look();

        /** How long a lost list of members is waited for before its sockets are closed. */
        @WithDefault("30s")
        Duration grace();
    }

    /** The Socket.IO port ({@code contracts/sockets.md}). The limits of number are this node's. */
    interface Sockets {
        /** The largest message, and the largest body of a polling request. */
        @WithDefault("128K")
        MemorySize message();

        /** What a client may be behind before it is closed as slow. */
        @WithDefault("256K")
        MemorySize queue();

        @WithDefault("25s")
        Duration ping();

        /** How long a ping is waited for. */
        @WithDefault("20s")
        Duration pingTimeout();

        /** For a connection to enter some namespace. */
        @WithDefault("10s")
        Duration connectTimeout();

        /** For a probing WebSocket to become the transport. */
        @WithDefault("10s")
        Duration upgradeTimeout();

        /** Namespaces that one connection may be in. */
        @WithDefault("8")
        int namespaces();

        @WithDefault("64")
        int perUser();

        @WithDefault("200")
        int perAddress();

        @WithDefault("20000")
        int perNode();

        /** What a client may send for longer than a burst of twice as much. */
        @WithDefault("300")
        int eventsPerSecond();

        /** Whether {@code ?token=} counts: for clients that can show a credential in no other way. */
        @WithDefault("true")
        boolean queryToken();

        /** How often it is asked whether a cookie's user session still stands; a token's life. */
        @WithDefault("5m")
        Duration recheck();

        /** Credentials that are looked at at once; the rest waits, when many come back at the same time. */
        @WithDefault("32")
        int checksAtOnce();

        /** For so long; then they are asked to come again. */
        @WithDefault("5s")
        Duration checkWait();

        /** How long the other nodes are waited for when they are asked what they have. */
        @WithDefault("2s")
        Duration answerWait();
    }

    /** What is said in the room of a VM session, {@code contracts/rooms.md}. */
    interface Rooms {
        /** Entries a room's log keeps for those who come back. */
        @WithDefault("5000")
        int logLength();

        /** How often a room's log, control and members are looked at, whatever the channels say. */
        @WithDefault("2s")
        Duration look();

        /** How long somebody who is not connected keeps control, or a place in the queue. */
        @WithDefault("10s")
        Duration controlGrace();

        /** Commands of one socket, all kinds together; twice as many at once. */
        @WithDefault("20")
        int commandsPerSecond();

        /** Chat messages of one participant; twice as many at once. */
        @WithDefault("5")
        int chatPerSecond();

        /** Cursors are sent together, this far apart. */
        @WithDefault("33ms")
        Duration cursors();

        /** How long session-service may take to answer. */
        @WithDefault("3s")
        Duration recordTimeout();
    }
}
