package io.flotilla.systemtests.visitor;

/**
 * Where a colour is in the picture.
 *
 * @param pixels how many pixels have it
 * @param x middle of them, 0…1 of the picture's width
 * @param y middle of them, 0…1 of the picture's height
 */
public record Sight(int pixels, double x, double y) {}
