package io.flotilla.vmbroker.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.browser.Audience;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final InetSocketAddress GUARD = new InetSocketAddress("127.0.0.1", 4711);

    @Test
    void everythingGoesThroughTheGuardAndDevToolsThroughThePipe() {
        var line = Flags.of(Path.of("/usr/bin/chromium"), Path.of("/mnt/profile"), GUARD, true, List.of("--x"));

        assertThat(line)
                .startsWith("/usr/bin/chromium")
                .contains(
                        "--remote-debugging-pipe",
                        "--proxy-server=http://127.0.0.1:4711",
                        "--proxy-bypass-list=<-loopback>",
                        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                        "--disable-quic",
                        "--user-data-dir=/mnt/profile",
                        "--x")
                .noneMatch(flag -> flag.startsWith("--remote-debugging-port"))
                .doesNotContain("--no-sandbox");
        assertThat(line.stream().filter(flag -> flag.startsWith("--disable-features")))
                .hasSize(1);
    }

    @Test
    void theSandboxIsOffOnlyWhereItCannotWork() {
        assertThat(Flags.of(Path.of("c"), Path.of("p"), GUARD, false, List.of()))
                .contains("--no-sandbox");
    }

    @Test
    void onlyWebPagesAreOpened() {
        assertThat(List.of("http://a.test", "HTTPS://a.test/x", "about:blank")).allMatch(Addresses::mayOpen);
        assertThat(List.of(
                        "file:///etc",
                        "chrome://version",
                        "javascript:1",
                        "data:text/html,x",
                        "view-source:http://a",
                        ""))
                .noneMatch(Addresses::mayOpen);
        assertThat(List.of("file:///x", "view-source:http://a", "chrome://settings", "devtools://x"))
                .allMatch(Addresses::mustLeave);
        assertThat(List.of("http://a.test", "about:blank", "chrome://newtab/")).noneMatch(Addresses::mustLeave);
    }

    @Test
    void oneEncodeServesTheWholeAudience() {
        assertThat(Settings.codec(new Audience(1, false, Set.of("h264")))).isEqualTo("h264");
        assertThat(Settings.codec(new Audience(2, false, Set.of("h264", "vp8"))))
                .isEqualTo("vp8");
        assertThat(Settings.codec(new Audience(2, false, Set.of("h264", "jpeg"))))
                .isEqualTo("h264");
        assertThat(Settings.codec(new Audience(1, false, Set.of("jpeg")))).isEqualTo("none");
        assertThat(Settings.codec(new Audience(1, false, Set.of()))).isEqualTo("none");
        assertThat(Settings.of(Audience.nobody(), 30).getBoolean("watched")).isFalse();
    }
}
