/**
 * What a request says of itself, as far as it may be believed: the client's address and the public origin, both taken from proxies only
 * when those are trusted; and the headers that every answer carries.
 */
@NullMarked
package io.flotilla.kit.http;

import org.jspecify.annotations.NullMarked;
