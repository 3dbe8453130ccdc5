package io.flotilla.session.vmsession;

import java.time.Duration;

/** Why somebody's wish about VM sessions was not granted. */
public sealed interface Refusal {
    /** No such session, or it is over. */
    record UnknownSession() implements Refusal {}

    record NotOwner() implements Refusal {}

    record NotShared() implements Refusal {}

    /** The owner does not want them inside any more. */
    record Banned() implements Refusal {}

    /** Nobody of that id is, or as the case may be was, inside. */
    record UnknownParticipant() implements Refusal {}

    /** The owner cannot be put out of their own session, nor be anything but its owner. */
    record OwnerStays() implements Refusal {}

    /** Only for those who are inside. */
    record NotInside() implements Refusal {}

    /**
     * Too many sessions at once.
     *
     * @param scope whose limit: {@code user} or {@code address}
     */
    record LimitReached(String scope, int limit, Duration retryAfter) implements Refusal {}

    /** The platform does not want such a VM. */
    record Unwanted(String words) implements Refusal {}

    /** The platform has no room for one more. */
    record NoCapacity(String details, Duration retryAfter) implements Refusal {}

    /** This installation starts no VMs on that platform. */
    record PlatformMissing(String platform) implements Refusal {}

    /**
     * The platform, or a service needed on the way, failed.
     *
     * @param passing whether trying again later may help
     */
    record PlatformFailed(String details, boolean passing) implements Refusal {}

    /** The idempotency key was used with another body before. */
    record KeyReused() implements Refusal {}

    /** A call with the same idempotency key is still at work. */
    record KeyInUse(Duration retryAfter) implements Refusal {}
}
