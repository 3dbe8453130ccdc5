package io.flotilla.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.Golden;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.GatewayMessages.Welcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gateway writes exactly the contract's examples. */
class GatewayMessagesTest {
    @Test
    void welcome() {
        assertThat(GatewayMessages.welcome(
                        new Welcome("k3fw-9dpt-x2mn-7hqa", "p-ada", "Ada", Role.OWNER, true, "vm-1", 1280, 720)))
                .isEqualTo(Golden.text("gateway/welcome"));
    }

    @Test
    void presence() {
        assertThat(GatewayMessages.presence(
                        List.of(new Person("p-ada", "Ada", Role.OWNER, 2), new Person("p-bob", "Bob", Role.VIEWER, 1))))
                .isEqualTo(Golden.text("gateway/presence"));
    }

    @Test
    void role() {
        assertThat(GatewayMessages.role(Role.VIEWER, false)).isEqualTo(Golden.text("gateway/role"));
    }

    @Test
    void pong() {
        assertThat(GatewayMessages.pong(new PlayerMessage.Ping("17"))).isEqualTo(Golden.text("gateway/pong"));
    }

    @Test
    void viewers() {
        assertThat(GatewayMessages.viewers(3, true, Set.of(Format.JPEG, Format.VP8)))
                .isEqualTo(Golden.text("upstream/viewers"));
    }

    @Test
    void keyFrame() {
        assertThat(GatewayMessages.keyFrame()).isEqualTo(Golden.text("upstream/key-frame"));
    }

    @Test
    void act() {
        assertThat(ActWriter.write("p-ada", new Act.Pointer(Act.PointerAction.DOWN, 0.25, 0.75, 0)))
                .isEqualTo(Golden.text("upstream/act"));
    }
}
