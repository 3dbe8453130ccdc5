/**
 * All of Flotilla on one machine: finds or starts PostgreSQL and Redis, starts the four services, supervises them and ends everything
 * it started. {@link io.flotilla.launcher.Launcher} is the page to read. No framework and no container: a service is a child process
 * with an environment, a log file and a pid file. What a pid file names is ours to end, also after the launcher itself was killed.
 */
@NullMarked
package io.flotilla.launcher;

import org.jspecify.annotations.NullMarked;
