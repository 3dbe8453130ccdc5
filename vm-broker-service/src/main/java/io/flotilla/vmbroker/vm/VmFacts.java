package io.flotilla.vmbroker.vm;

import java.util.function.Consumer;

/** Facts that were recorded together with what they tell, and wait to be published. */
public interface VmFacts {
    /**
     * Hands the oldest facts (JSON), in order, to the publisher and forgets each once the publisher returned. Stops at the first that
     * throws, and throws that; the rest stays. Several nodes may call at once: none gets what another is publishing. At least once.
     *
     * @return how many were published
     */
    int relay(int most, Consumer<String> publisher);
}
