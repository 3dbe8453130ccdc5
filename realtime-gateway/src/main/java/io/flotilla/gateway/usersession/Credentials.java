package io.flotilla.gateway.usersession;

import io.flotilla.kit.identity.CallerCheck;
import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** Who is behind a credential. Blocks; never throws. */
interface Credentials {
    CallerCheck byCookie(Secret cookie, @Nullable String userAgent);

    /** Uses the ticket up. */
    CallerCheck byTicket(Secret ticket);
}
