/**
 * API keys as credentials: the operator's one, from configuration, and those that users make for their programs. A key's tokens have its
 * name as {@code sid}, so removing the key ends them everywhere.
 */
@NullMarked
package io.flotilla.auth.apikey;

import org.jspecify.annotations.NullMarked;
