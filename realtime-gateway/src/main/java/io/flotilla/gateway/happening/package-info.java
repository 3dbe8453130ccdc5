/**
 * What happens to the VM of a room: that it is over soon, that its end has moved, who navigated. It is heard where the VM is watched and
 * told to everyone in the room. Where somebody navigates to is in nothing that leaves here.
 */
@NullMarked
package io.flotilla.gateway.happening;

import org.jspecify.annotations.NullMarked;
