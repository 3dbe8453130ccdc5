/**
 * Who calls: bearer tokens are verified here with auth-service's public keys, the browser's cookie is exchanged for such a token
 * ({@code contracts/tokens.md}), and services get their own. Deliberately absent: what a cookie means, and any right beyond a role's name.
 */
@NullMarked
package io.flotilla.kit.identity;

import org.jspecify.annotations.NullMarked;
