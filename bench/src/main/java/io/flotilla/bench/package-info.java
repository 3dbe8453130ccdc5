/**
 * How fast the product is and what it costs, measured through its public doors: each measurement is one class that takes a running
 * product and returns rows. No product code is called. One thread.
 */
@NullMarked
package io.flotilla.bench;

import org.jspecify.annotations.NullMarked;
