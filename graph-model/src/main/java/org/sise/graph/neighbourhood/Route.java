package org.sise.graph.neighbourhood;

import java.util.List;

/**
 * One way from a business to another.
 *
 * @param parties ids of the parties on the way, both businesses among them
 * @param links the relations between each party and the next, one or more; one fewer than parties
 * @param steps steps from business to business; by way of a person, body, address or telephone is one step
 */
public record Route(List<String> parties, List<List<Edge>> links, int steps) {}
