package io.flotilla.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CloseCodeTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d{4}) \\| `([a-z-]+)` \\| (yes|no|after asking)");

    @Test
    void isTheContractsTable() throws IOException {
        var page = Files.readString(Path.of("..", "contracts", "close-codes.md"));

        var rows = ROW.matcher(page)
                .results()
                .map(row ->
                        row.group(1) + " " + row.group(2) + " " + (row.group(3).equals("yes") ? "yes" : "no"))
                .toList();

        assertThat(Arrays.stream(CloseCode.values())
                        .map(code -> code.number() + " " + code.reason() + " " + (code.comesBack() ? "yes" : "no")))
                .containsExactlyElementsOf(rows);
    }
}
