package io.flotilla.vmbroker.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The broker's settings; each is also an environment variable ({@code flotilla.broker.pool.size} is {@code FLOTILLA_BROKER_POOL_SIZE}). */
@ConfigMapping(prefix = "flotilla")
public interface BrokerConfig {
    /** Data directory of this installation. */
    @WithDefault("${user.dir}/.flotilla")
    Path home();

    /** Stable name of this process: its VMs are found by it after a crash. */
    @WithDefault("local")
    String node();

    Broker broker();

    Egress egress();

    /** Where the directories of this node's VMs are, one for each; nothing else is in it. */
    default Path vmDirectory() {
        return home().toAbsolutePath().resolve("vms").resolve(node());
    }

    /** Whom VMs are given to, how many and for how long. */
    interface Broker {
        /** Where gateways reach this very process; other nodes have others. */
        @WithDefault("http://localhost:${quarkus.http.port:8080}")
        String url();

        /** Most VMs at once, pooled ones included; by the machine's free memory when unset. */
        OptionalInt capacity();

        Pool pool();

        Media media();
    }

    /** Blank browsers that wait for a claim. */
    interface Pool {
        /** How many. */
        @WithDefault("1")
        int size();

        /** Older ones are replaced. */
        @WithDefault("30m")
        Duration maxAge();

        /** How long after a claim the next blank browser is started, so that it does not take the claimed one's first frames. */
        @WithDefault("1500ms")
        Duration restAfterClaim();

        /** Wait after the first failed start; doubles up to {@link #longestPause}. */
        @WithDefault("1s")
        Duration firstPause();

        @WithDefault("60s")
        Duration longestPause();
    }

    /** The sockets of gateway nodes. */
    interface Media {
        /** Bytes that may wait for a gateway before its picture skips to a key frame. */
        @WithDefault("2097152")
        int window();

        /** Bytes that may wait for a gateway at all; more closes it. */
        @WithDefault("8388608")
        int limit();

        /** A gateway that takes nothing for so long is closed. */
        @WithDefault("10s")
        Duration stuckAfter();

        /** Gateway nodes of one VM. */
        @WithDefault("32")
        int nodes();
    }

    /** What VMs may reach. */
    interface Egress {
        /** {@code host:port,…} that are opened although the guard would refuse them. */
        Optional<List<String>> allow();

        /** Connections of one VM at once. */
        @WithDefault("256")
        int connections();

        @WithDefault("10s")
        Duration connectTimeout();

        /** A tunnel without a byte in either direction is closed after this. */
        @WithDefault("15m")
        Duration idleTimeout();
    }
}
