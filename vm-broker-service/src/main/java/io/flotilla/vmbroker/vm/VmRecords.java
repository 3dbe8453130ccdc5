package io.flotilla.vmbroker.vm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of VMs. Each method is one transaction and throws when the store is away, having changed nothing. Changes of state
 * are compare-and-set, so that of two who want to change the same VM one wins.
 */
public interface VmRecords {
    /** Records a {@link VmState.Starting} VM. False, and nothing recorded, when a live one of this owner has the tag. */
    boolean insert(Vm vm);

    /** {@code Starting → Running}; false when it is no longer starting. */
    boolean running(String id);

    /** {@code Starting | Running → Ending}; the first reason stays. False when it was ending or over before. */
    boolean ending(String id, EndReason reason);

    /**
     * To {@link VmState.Ended}, from any other state, with the fact {@code vm.ended} for other services in the same transaction. An
     * {@code Ending} one keeps its own reason. Tokens are forgotten. False when it was over before: then no second fact.
     */
    boolean ended(String id, EndReason reason, Instant at);

    Optional<Vm> find(String id);

    /** The owner's starting or running VM with this tag. */
    Optional<Vm> findLive(String owner, String tag);

    /** The owner's running VMs in order of creation, after the one with this id, or from the first. Unknown id: empty. */
    List<Vm> running(String owner, Optional<String> afterId, int limit);

    /** All that are not over, of one node. */
    List<Vm> notEnded(String node);

    /** Those of one node that somebody wants ended. */
    List<Vm> ending(String node);
}
