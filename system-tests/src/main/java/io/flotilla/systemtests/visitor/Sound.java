package io.flotilla.systemtests.visitor;

/** The loudest frequency that reaches the visitor's ears now. */
public record Sound(double hertz, double decibels) {
    /** Whether it is this tone and a person would hear it. */
    public boolean is(double wanted) {
        return decibels > -60 && Math.abs(hertz - wanted) < 25;
    }
}
