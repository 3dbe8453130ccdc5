/**
 * What tokens say ({@code contracts/tokens.md}), and their signing. Builders here are pure; who deserves a token is decided elsewhere.
 */
@NullMarked
package io.flotilla.auth.token;

import org.jspecify.annotations.NullMarked;
