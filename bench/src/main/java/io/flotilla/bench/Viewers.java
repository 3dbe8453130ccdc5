package io.flotilla.bench;

import io.flotilla.systemtests.api.MediaViewer;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.product.Service;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one more viewer costs: sockets that take everything and acknowledge it, on the moving page. */
final class Viewers {
    private static final Duration STRETCH = Duration.ofSeconds(8);
    /** Sockets of one participant; more than this is refused. */
    private static final int EACH = 10;

    private final Stage stage;

    Viewers(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int... counts) {
        stage.settle();
        var owner = stage.program();
        var created = owner.create(stage.pages.visit().url("moving.html"));
        owner.share(created.text("id"));
        var rows = new ArrayList<Row>();
        var client = HttpClient.newHttpClient();
        var viewers = new ArrayList<MediaViewer>();
        var costs = new double[counts.length];
        try {
            for (int i = 0; i < counts.length; i++) {
                var url = created.text("url");
                while (viewers.size() < counts[i]) {
                    if (viewers.size() % EACH == 0 && !viewers.isEmpty()) {
                        url = stage.program().join(created.text("id")).text("url");
                    }
                    viewers.add(MediaViewer.open(client, url).viewer());
                }
                costs[i] = cost(rows, created.text("vmId"), viewers);
            }
        } finally {
            viewers.forEach(MediaViewer::close);
        }
        owner.end(created.text("id"));
        var last = counts.length - 1;
        rows.add(Row.of(
                "gateway CPU of one more viewer", "% core", (costs[last] - costs[0]) / (counts[last] - counts[0])));
        return rows;
    }

    private double cost(List<Row> rows, String vmId, List<MediaViewer> viewers) {
        Stage.await("pictures for all", () -> viewers.stream().allMatch(viewer -> viewer.pictures() > 0));
        Usage.pause(Duration.ofSeconds(3));
        var gateway = new Usage.Meter(
                List.of(stage.flotilla.process(Service.GATEWAY).orElseThrow().pid()));
        var vm = new Usage.Meter(Processes.naming(stage.directoryOf(vmId)));
        var before = viewers.stream().map(MediaViewer::pictures).toList();
        Usage.pause(STRETCH);
        var usage = gateway.read().percent();
        var rates = new ArrayList<Double>();
        for (int i = 0; i < viewers.size(); i++) {
            rates.add((viewers.get(i).pictures() - before.get(i)) / (double) STRETCH.toSeconds());
        }
        rows.add(Row.of("CPU of the gateway, " + viewers.size() + " viewers", "% core", usage));
        rows.add(Row.of(
                "CPU of the VM, " + viewers.size() + " viewers",
                "% core",
                vm.read().percent()));
        rows.add(Row.of("pictures a second at each of " + viewers.size() + " viewers", "1/s", rates));
        return usage;
    }
}
