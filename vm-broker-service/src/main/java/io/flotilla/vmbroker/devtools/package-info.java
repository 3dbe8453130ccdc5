/**
 * The DevTools protocol over a browser's own pipe, never a port: nobody but the process that started the browser can speak it. Callers
 * are in {@code chromium}, {@code screen} and {@code input}.
 */
@NullMarked
package io.flotilla.vmbroker.devtools;

import org.jspecify.annotations.NullMarked;
