/**
 * Logs that strangers cannot write into: what comes from outside starts no line of its own and shows no secret. A filter of the console
 * and the file handler, so that it holds whoever logs.
 */
@NullMarked
package io.flotilla.kit.log;

import org.jspecify.annotations.NullMarked;
