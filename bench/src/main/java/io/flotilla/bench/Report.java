package io.flotilla.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows as they come: a table for people, JSON for comparing runs. */
public final class Report {
    private final Machine machine;
    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    public Report(Machine machine, PrintStream out) {
        this.machine = machine;
        this.out = out;
        out.println(machine);
        out.println(
                "Those who measure, their browsers and the product share these cores. Loopback: no network, no display.");
        out.printf("%n%-58s %9s %9s %9s  %-10s %5s%n", "", "p50", "p95", "p99", "", "n");
    }

    public void add(List<Row> more) {
        more.forEach(row -> {
            rows.add(row);
            out.printf(
                    "%-58s %9s %9s %9s  %-10s %5d%n",
                    row.what(), number(row.p50()), number(row.p95()), number(row.p99()), row.unit(), row.n());
        });
        out.flush();
    }

    /**
     * Writes all rows as JSON.
     *
     * @param name what was measured, for the file's name
     */
    public void write(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        var now = Instant.now();
        var file = directory.resolve(name + "-" + now.toString().replaceAll("[:.].*|:", "") + "-"
                + now.toEpochMilli() % 1_000_000 + ".json");
        var gson = new GsonBuilder().setPrettyPrinting().create();
        var json = new JsonObject();
        json.addProperty("at", now.toString());
        json.add("machine", gson.toJsonTree(machine));
        var list = new JsonArray();
        rows.forEach(row -> list.add(json(row)));
        json.add("rows", list);
        Files.writeString(file, gson.toJson(json) + "\n");
        out.println("\nWritten to " + file);
    }

    private static JsonObject json(Row row) {
        var json = new JsonObject();
        json.addProperty("what", row.what());
        json.addProperty("unit", row.unit());
        json.addProperty("n", row.n());
        json.addProperty("p50", row.p50());
        if (!Double.isNaN(row.p95())) {
            json.addProperty("p95", row.p95());
            json.addProperty("p99", row.p99());
        }
        return json;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Math.abs(value) < 10 ? "%.2f".formatted(value) : "%.0f".formatted(value);
    }
}
