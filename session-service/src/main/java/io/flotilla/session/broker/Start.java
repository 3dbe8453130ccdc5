package io.flotilla.session.broker;

/** What became of an order. {@code details} are words for people, without secrets and without the inside of any service. */
public sealed interface Start {
    record Started(String vmId) implements Start {}

    /** All VMs this platform may run are running. */
    record NoCapacity(String details) implements Start {}

    /**
     * The platform does not want such a VM; words say which wish it is about.
     */
    record Unwanted(String words) implements Start {}

    /**
     * It did not start, and it is not known that no VM runs: whoever gives up on it ends the tag.
     *
     * @param passing whether trying again later may help
     */
    record Failed(String details, boolean passing) implements Start {}
}
