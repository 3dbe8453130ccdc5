/** A user's own study sessions over time, for pages: the history, what it adds up to, and the notes. Changes nothing but notes. */
@NullMarked
package io.flotilla.session.studyhistory;

import org.jspecify.annotations.NullMarked;
