/**
 * Which user sessions look as if somebody else were at work, by what is on record about the user's acts: polling never counts. A mark has no
 * consequence but itself, an audit entry and a number on a dashboard; a person decides.
 */
@NullMarked
package io.flotilla.session.suspicion;

import org.jspecify.annotations.NullMarked;
