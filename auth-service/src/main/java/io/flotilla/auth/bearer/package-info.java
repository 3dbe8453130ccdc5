/**
 * Tokens of one issuer elsewhere as credentials ({@code grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer}, RFC 7523), say of a
 * company's own identity system.
 */
@NullMarked
package io.flotilla.auth.bearer;

import org.jspecify.annotations.NullMarked;
