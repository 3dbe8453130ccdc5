package io.flotilla.vmbroker.media;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What all stages share.
 *
 * @param nodes gateway nodes a VM may have
 * @param counter hears what was dropped or closed, by a short fixed word
 */
public record StageSettings(
        InstantSource clock, Delays delays, LinkFlow.Limits limits, int nodes, Consumer<String> counter) {}
