package io.flotilla.bench.study;

import com.google.gson.JsonParser;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** The seconds one socket heard of, and when. Thread-safe. */
final class Ticks implements WireListener {
    private record Tick(int second, double atMs) {}

    private final List<Tick> ticks = new ArrayList<>();

    @Override
    public void heard(WireSocket socket, Buffer bytes, int from, int to) {
        var now = System.nanoTime() / 1e6;
        var event = JsonParser.parseString(bytes.getString(from, to)).getAsJsonArray();
        if (event.get(0).getAsString().equals("timer-update")) {
            add(new Tick(event.get(1).getAsJsonObject().get("duration").getAsInt(), now));
        }
    }

    synchronized Ticks copy() {
        var copy = new Ticks();
        copy.ticks.addAll(ticks);
        return copy;
    }

    synchronized int count() {
        return ticks.size();
    }

    /** Milliseconds between one and the next. */
    synchronized List<Double> gaps() {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < ticks.size(); i++) {
            gaps.add(ticks.get(i).atMs() - ticks.get(i - 1).atMs());
        }
        return gaps;
    }

    /** How far any tick is from where its number says it should be, seen from the first. */
    synchronized double worst() {
        var first = ticks.getFirst();
        return ticks.stream()
                .mapToDouble(tick -> Math.abs(tick.atMs() - first.atMs() - 1000.0 * (tick.second() - first.second())))
                .max()
                .orElse(Double.NaN);
    }

    /** Seconds that came not exactly once. */
    synchronized double wrong() {
        var expected = ticks.getLast().second() - ticks.getFirst().second() + 1;
        var different = ticks.stream().map(Tick::second).distinct().count();
        return Math.abs(expected - different) + (double) (ticks.size() - different);
    }

    private synchronized void add(Tick tick) {
        ticks.add(tick);
    }
}
