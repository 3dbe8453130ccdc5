/**
 * What the product promises, as scenarios: the whole of it running, real browsers as the users. One instance serves all classes; each
 * test leaves it without VM sessions. Nothing here sleeps or asserts a time, save where a promise itself names one.
 */
package io.flotilla.systemtests;
