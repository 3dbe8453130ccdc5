/**
 * What opens the media socket and runs the room: the participant token inside a VM's {@code url}, signed by auth-service, and the read
 * model of people and terms that the gateway goes by ({@code contracts/redis-keys.md}). This service is the model's only writer; each
 * version of the record is shown whole or not at all, and all of it is rebuilt from the record when it is lost.
 */
@NullMarked
package io.flotilla.session.membership;

import org.jspecify.annotations.NullMarked;
