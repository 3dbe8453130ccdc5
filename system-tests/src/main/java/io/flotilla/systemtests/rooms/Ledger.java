package io.flotilla.systemtests.rooms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one listener heard of messages that each sender numbers from 1. A text is {@code @sender@number@} and anything behind.
 * Thread-safe.
 */
public final class Ledger {
    private final Map<String, Long> newest = new HashMap<>();
    private long heard;
    private long doubled;
    private long skipped;
    private long outOfOrder;

    /** The text of a sender's message. */
    public static String text(String sender, long number) {
        return "@" + sender + "@" + number + "@";
    }

    public synchronized void hear(String text) {
        var parts = text.split("@", 4);
        if (parts.length < 4) {
            return;
        }
        var number = Long.parseLong(parts[2]);
        var before = Optional.ofNullable(newest.get(parts[1])).orElse(0L);
        if (number == before) {
            doubled++;
            return;
        }
        heard++;
        if (number < before) {
            outOfOrder++;
            return;
        }
        skipped += number - before - 1;
        newest.put(parts[1], number);
    }

    /** Different messages, but for those that came late. */
    public synchronized long heard() {
        return heard;
    }

    public synchronized long doubled() {
        return doubled;
    }

    /** Numbers that were passed over. */
    public synchronized long skipped() {
        return skipped;
    }

    /** Messages that came after a later one of the same sender: repeated from longer ago, or really late. */
    public synchronized long outOfOrder() {
        return outOfOrder;
    }

    /** The number of the newest message of a sender; 0 before the first. */
    public synchronized long newest(String sender) {
        return Optional.ofNullable(newest.get(sender)).orElse(0L);
    }

    public synchronized boolean isSpotless() {
        return doubled == 0 && skipped == 0 && outOfOrder == 0;
    }

    @Override
    public synchronized String toString() {
        return "heard " + heard + ", doubled " + doubled + ", skipped " + skipped + ", out of order " + outOfOrder;
    }
}
