package io.flotilla.session.vmsession;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner decides about a session, and may decide anew while it runs.
 *
 * @param sharedAt null while strangers may not join
 */
public record Terms(@Nullable Instant sharedAt, Control control) {
    static final Terms AT_FIRST = new Terms(null, Control.AT_FIRST);
}
