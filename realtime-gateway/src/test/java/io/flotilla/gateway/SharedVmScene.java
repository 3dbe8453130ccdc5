package io.flotilla.gateway;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running gateway, a broker played from a script with one VM, and players that come to see it; for each test its own. */
public abstract class SharedVmScene {
    @Inject
    protected RedisDataSource redis;

    protected int port;
    protected ScriptedBroker broker;
    protected Player.Studio studio;
    protected SharedVm vm;

    @BeforeEach
    protected void begin() {
        // The machine may have other things to do.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        broker = ScriptedBroker.start();
        studio = Player.Studio.at(port);
        vm = new SharedVm(redis, "vm-" + UUID.randomUUID()).at(broker);
    }

    @AfterEach
    protected void end() {
        studio.close();
        broker.close();
        vm.end();
    }

    /** Somebody with a token of their own; not yet welcomed. */
    protected Player join(String name, String role) {
        return studio.open(vm.vmId(), vm.with(name, role));
    }

    /** Somebody who was welcomed and whose picture is on its way. */
    protected Player arrive(String name, String role) {
        var player = join(name, role);
        Awaitility.await().until(() -> player.texts("welcome").size() == 1 && broker.gateways() == 1);
        return player;
    }
}
