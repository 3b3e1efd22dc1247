package org.sise.graph.control;

/**
 * The businesses under one controller (控制集团).
 *
 * @param unit the controller's number
 * @param name its id, or the concert party's name
 * @param businesses their numbers, ascending; the controller itself is not among them
 */
public record ControlGroup(int unit, String name, int[] businesses) {}
