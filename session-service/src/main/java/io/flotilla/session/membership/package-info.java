/**
 * What opens the media socket: the participant token inside a VM's {@code url}, signed by auth-service, and the members read model that
 * the gateway checks it against ({@code contracts/redis-keys.md}). This service is the only writer; everything here is rebuilt from the
 * record of VM sessions when it is lost.
 */
@NullMarked
package io.flotilla.session.membership;

import org.jspecify.annotations.NullMarked;
