/**
 * The remote browser API's dialect: JSON in and out, owners, refusals as {@code {code, message}}. Reads wishes strictly
 * ({@link io.flotilla.vmbroker.api.SpecReader}) and asks {@code life}. The only package that knows HTTP, but for the media socket.
 */
@NullMarked
package io.flotilla.vmbroker.api;

import org.jspecify.annotations.NullMarked;
