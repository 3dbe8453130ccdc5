package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void areDifferentAndNotOfThoseThatAnybodyMayBeGiven() {
        var ports = FreePorts.take(20);

        assertThat(ports).hasSize(20).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port)
                .isBetween(20_000, 31_999));
    }

    @Test
    void aPortSomebodyListensOnIsTaken() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isTaken(socket.getLocalPort())).isTrue();
        }
    }
}
