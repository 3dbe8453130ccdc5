/**
 * What others wrote for the same protocol: the npm client, Debian's Python client and the reference server, each a process that is told
 * what to do by JSON lines ({@code src/main/peers}). They prove that what we speak is Socket.IO and not something that only our own
 * client understands. npm packages are pinned by a lock file and installed when they are first needed, into the build directory.
 */
@NullMarked
package io.flotilla.systemtests.peers;

import org.jspecify.annotations.NullMarked;
