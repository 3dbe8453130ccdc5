package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path directory;

    @Test
    void findsTheProcessItNames() {
        var file = new PidFile(directory.resolve("run/me.pid"));

        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void findsNobodyWhenThePidBelongsToAnotherProcessNow() throws IOException {
        var file = new PidFile(directory.resolve("other.pid"));
        Files.writeString(file.path(), ProcessHandle.current().pid() + " 12345");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void findsNobodyInAMissingOrOddFile() throws IOException {
        var odd = new PidFile(directory.resolve("odd.pid"));
        Files.writeString(odd.path(), "x");

        assertThat(odd.process()).isEmpty();
        assertThat(new PidFile(directory.resolve("none.pid")).process()).isEmpty();
    }
}
