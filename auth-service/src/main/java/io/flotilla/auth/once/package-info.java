/**
 * What is kept for a short while under a secret and given out once: socket tickets, sign-ins under way. Lost with Redis, which costs
 * its owner a second try.
 */
@NullMarked
package io.flotilla.auth.once;

import org.jspecify.annotations.NullMarked;
