package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.api.MediaViewer;
import io.flotilla.systemtests.pages.Pages;
import io.flotilla.systemtests.product.Service;
import io.flotilla.systemtests.visitor.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The shared browser reaches the world and not the house it lives in. */
@Order(5)
final class EgressScenario extends Scenario {
    @Test
    void aPageReachesOnlyWhatIsAllowed() {
        try (var secret = Pages.start("127.0.0.1");
                var secretToo = Pages.start("::1")) {
            var visit = pages().visit();
            var port = secret.authority().replaceFirst(".*:", "");
            var targets = List.of(
                    "http://" + secret.authority() + "/x/still.html",
                    "http://localhost:" + port + "/x/still.html",
                    "http://127.1:" + port + "/x/still.html",
                    "http://2130706433:" + port + "/x/still.html",
                    "http://0.0.0.0:" + port + "/x/still.html",
                    "http://[::ffff:127.0.0.1]:" + port + "/x/still.html",
                    "http://" + secretToo.authority() + "/x/still.html",
                    "http://127.0.0.1:" + flotilla().port(Service.SESSION) + "/q/health",
                    "http://127.0.0.1:" + flotilla().port(Service.BROKER) + "/q/health",
                    "http://169.254.169.254/latest/meta-data/",
                    "file:///etc/passwd");
            var query = targets.stream().map(target -> "at=" + target).collect(Collectors.joining("&"));

            program().create(visit.url("probing.html?" + query));

            patiently().until(() -> visit.report("probed").isPresent());
            assertThat(visit.report("probed").orElseThrow().lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("loaded") || line.contains("opened") || line.contains("root:"));
            assertThat(secret.requests()).isZero();
            assertThat(secretToo.requests()).isZero();
        }
    }

    @Test
    void theAddressBarOpensNoFileAndNothingInside() throws IOException {
        var file = Files.createTempFile(Path.of("/tmp"), "flotilla-secret", ".html");
        try (var secret = Pages.start()) {
            Files.writeString(file, "<body style='background:#00c000'>");
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            var visit = pages().visit();
            var created = program().create(visit.url("clicking.html"));
            var picture = visitor().player(created.text("url"));
            patiently().until(() -> picture.shows(Colour.BLUE));
            try (var viewer = MediaViewer.open(sockets(), created.text("url")).viewer()) {
                for (var inside : List.of(
                        "file://" + file,
                        "http://" + secret.authority() + "/x/probing.html",
                        "view-source:file://" + file)) {
                    viewer.send("{\"type\":\"navigate\",\"action\":\"to\",\"url\":\"" + inside + "\"}");
                    picture.goTo(inside);
                    // What was asked for afterwards has come: so what was asked for before has been decided.
                    picture.goTo(visit.url("typing.html"));
                    patiently().until(() -> viewer.newest("page")
                            .filter(page -> page.get("url").getAsString().endsWith("typing.html"))
                            .isPresent());
                    assertThat(picture.shows(Colour.GREEN)).as(inside).isFalse();
                }
            }
            assertThat(secret.requests()).isZero();
        } finally {
            Files.delete(file);
        }
    }
}
