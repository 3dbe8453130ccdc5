package io.flotilla.vmbroker.confine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final Path BROWSER = Path.of("/usr/lib/chromium/chromium");

    @Test
    void peoplesFoldersAndOurOwnAreCovered() {
        var lines = Views.covering(List.of(Path.of("/data/flotilla")), BROWSER);

        assertThat(lines)
                .contains("mount -t tmpfs -o ro tmpfs '/home'")
                .contains("mount -t tmpfs -o ro tmpfs '/root'")
                .contains("mount -t tmpfs -o ro tmpfs '/data/flotilla'");
    }

    @Test
    void aFolderTheBrowserLivesInStaysOpen() {
        assertThat(Views.covering(List.of(), Path.of("/home/ada/chrome/chrome")))
                .doesNotContain("'/home'");
    }

    @Test
    void theRootOfAllIsNeverCovered() {
        assertThat(Views.covering(List.of(Path.of("/")), BROWSER)).doesNotContain("'/'");
    }

    @Test
    void oddNamesAreQuoted() {
        assertThat(Views.quoted(Path.of("/data/ada's"))).isEqualTo("'/data/ada'\\''s'");
    }
}
