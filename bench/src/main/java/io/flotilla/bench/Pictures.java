package io.flotilla.bench;

import io.flotilla.systemtests.api.MediaViewer;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.product.Service;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a VM yields and costs while it is watched: moving, still, and not at all. */
final class Pictures {
    private static final Duration STRETCH = Duration.ofSeconds(8);

    private final Stage stage;

    Pictures(Stage stage) {
        this.stage = stage;
    }

    /** The worst case of a page, with one real viewer. */
    List<Row> moving() {
        stage.settle();
        var owner = stage.program();
        var created = owner.create(stage.pages.visit().url("moving.html"));
        var rows = new ArrayList<Row>();
        try (var visitor = stage.visitor()) {
            var picture = visitor.player(created.text("url"));
            Stage.await("the barcode", () -> picture.barcode().isPresent());
            picture.measure("millis => window.__instruments.watch(millis)", 3000);
            var costs = new Costs(stage, created.text("vmId"));
            var seen = picture.measure("millis => window.__instruments.watch(millis)", (int) STRETCH.toMillis())
                    .orElseThrow()
                    .getAsJsonObject();
            var cost = costs.rows("moving page, 1 viewer");
            var ages = StreamSupport.stream(seen.getAsJsonArray("ages").spliterator(), false)
                    .map(com.google.gson.JsonElement::getAsDouble)
                    .toList();
            rows.add(Row.of("paint → viewer's canvas, moving page", "ms", ages));
            rows.add(Row.of(
                    "new pictures a second, moving page",
                    "1/s",
                    ages.size() / seen.get("seconds").getAsDouble()));
            rows.addAll(cost);
        }
        rows.add(traffic("moving page", created.text("url")));
        owner.end(created.text("id"));
        return rows;
    }

    List<Row> still() {
        stage.settle();
        var owner = stage.program();
        var created = owner.create(stage.pages.visit().url("still.html"));
        var rows = new ArrayList<Row>();
        try (var visitor = stage.visitor()) {
            var picture = visitor.player(created.text("url"));
            Stage.await("a picture", () -> picture.state().equals("playing"));
            Usage.pause(Duration.ofSeconds(4));
            var costs = new Costs(stage, created.text("vmId"));
            Usage.pause(STRETCH);
            rows.addAll(costs.rows("still page, 1 viewer"));
            rows.add(traffic("still page", created.text("url")));
        }
        owner.end(created.text("id"));
        return rows;
    }

    List<Row> pooled() {
        stage.settle();
        var pids = Processes.naming(stage.flotilla.vmDirectories());
        var usage = Usage.during(STRETCH, pids);
        return List.of(
                Row.of("CPU of a VM, idle in the pool", "% core", usage.percent()),
                Row.of("memory of a VM, idle in the pool", "MB PSS", Processes.memory(pids) / 1024.0));
    }

    private static Row traffic(String what, String url) {
        try (var viewer = MediaViewer.open(HttpClient.newHttpClient(), url).viewer()) {
            Stage.await("a picture", () -> viewer.pictures() > 0);
            Usage.pause(Duration.ofSeconds(3));
            var before = viewer.bytes();
            var begun = System.nanoTime();
            Usage.pause(STRETCH);
            var seconds = (System.nanoTime() - begun) / 1e9;
            return Row.of("traffic to a viewer, " + what, "kbit/s", (viewer.bytes() - before) * 8 / seconds / 1000);
        }
    }

    /** Meters on everything that works for a picture, from its making to its reading. */
    static final class Costs {
        private final List<Long> vm;
        private final Usage.Meter vmMeter;
        private final Usage.Meter broker;
        private final Usage.Meter gateway;

        Costs(Stage stage, String vmId) {
            vm = Processes.naming(stage.directoryOf(vmId));
            vmMeter = new Usage.Meter(vm);
            broker = new Usage.Meter(
                    List.of(stage.flotilla.process(Service.BROKER).orElseThrow().pid()));
            gateway = new Usage.Meter(List.of(
                    stage.flotilla.process(Service.GATEWAY).orElseThrow().pid()));
        }

        List<Row> rows(String when) {
            return List.of(
                    Row.of("CPU of the VM, " + when, "% core", vmMeter.read().percent()),
                    Row.of("CPU of the broker, " + when, "% core", broker.read().percent()),
                    Row.of(
                            "CPU of the gateway, " + when,
                            "% core",
                            gateway.read().percent()),
                    Row.of("memory of the VM, " + when, "MB PSS", Processes.memory(vm) / 1024.0));
        }
    }
}
