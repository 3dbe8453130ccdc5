/**
 * What the gateway asks session-service about a room: its chat, its people, how control is given. Everything is asked on behalf of a user,
 * and may be asked again. Nothing is kept here.
 */
@NullMarked
package io.flotilla.gateway.roomrecord;

import org.jspecify.annotations.NullMarked;
