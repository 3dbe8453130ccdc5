/**
 * Tokens for services, given for their secret. Services are named in configuration; there is no record of them.
 */
@NullMarked
package io.flotilla.auth.service;

import org.jspecify.annotations.NullMarked;
