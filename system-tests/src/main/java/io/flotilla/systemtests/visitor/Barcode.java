package io.flotilla.systemtests.visitor;

/**
 * What the moving page wrote into its pixels.
 *
 * @param counter the page's picture number, modulo 65,536
 * @param age milliseconds since the page painted it
 */
public record Barcode(int counter, long age) {}
