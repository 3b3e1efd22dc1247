package org.sise.supervision.repair.pack;

/** A number of working days with where it comes from. */
public record WorkingDays(int days, Grounds grounds) {}
