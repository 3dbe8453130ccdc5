/** The endpoints that the published protocol test suites expect, on this engine; for tests only. */
package io.flotilla.socket.conformance;
