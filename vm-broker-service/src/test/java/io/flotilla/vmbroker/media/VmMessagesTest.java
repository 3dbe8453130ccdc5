package io.flotilla.vmbroker.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.StoredTokens;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmEndedFact;
import io.flotilla.vmbroker.vm.VmState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VmMessagesTest {
    private static final Instant AT = Instant.ofEpochMilli(1767225600123L);

    @Test
    void writesExactlyTheGoldenExamples() throws IOException {
        assertThat(VmMessages.size(new Size(1280, 720))).isEqualTo(golden("vm/size"));
        assertThat(VmMessages.of(new BrowserEvent.SizeChanged(new Size(1280, 720))))
                .isEqualTo(golden("vm/size"));
        assertThat(VmMessages.of(new BrowserEvent.CursorShape("text"))).isEqualTo(golden("vm/cursor"));
        assertThat(VmMessages.of(new BrowserEvent.CursorImage("data:image/png;base64,AA==", 1, 2)))
                .isEqualTo(golden("vm/cursor-image"));
        assertThat(VmMessages.driver("p-ada")).isEqualTo(golden("vm/driver"));
        assertThat(VmMessages.of(new BrowserEvent.PageShown("https://example.org/", "Example", false)))
                .isEqualTo(golden("vm/page"));
        assertThat(VmMessages.clock(AT)).isEqualTo(golden("vm/clock"));
        assertThat(VmMessages.warning("inactive", AT)).isEqualTo(golden("vm/warning"));
        assertThat(VmMessages.warning("inactive", null)).isEqualTo(golden("vm/warning-off"));
        assertThat(VmMessages.ended("requested")).isEqualTo(golden("vm/ended"));
    }

    @Test
    void writesTheFactThatAVmIsOver() throws IOException {
        var end = new VmState.Ended(EndReason.BROKER_LOST, AT);
        var vm = new Vm(
                "3f2b8c1e-6a54-4d0b-9f7e-2c1d5a8b9e10",
                "service:session-service",
                "session-1",
                null,
                "local",
                AT,
                end,
                new StoredTokens("e", "a", null));

        assertThat(VmEndedFact.of(vm, end)).isEqualTo(golden("fact/vm-ended"));
    }

    private static String golden(String path) throws IOException {
        try (var example = VmMessagesTest.class.getResourceAsStream("/golden/" + path + ".json")) {
            return new String(example.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
