/** Redis' channels between nodes. They only hasten: who listens also looks for itself, and is told to whenever messages may have been missed. */
@NullMarked
package io.flotilla.gateway.channel;

import org.jspecify.annotations.NullMarked;
