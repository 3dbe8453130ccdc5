/**
 * API keys as credentials: for now the operator's one, from configuration.
 */
@NullMarked
package io.flotilla.auth.apikey;

import org.jspecify.annotations.NullMarked;
