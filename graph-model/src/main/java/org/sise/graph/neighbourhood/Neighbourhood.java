package org.sise.graph.neighbourhood;

import java.util.List;

/**
 * The nodes around a business and the relations among them.
 *
 * @param centre the business's credit code
 * @param nodes the centre first, then by depth
 * @param edges every relation of the day between two of the nodes, by record
 * @param cut whether there was more than the limits allow
 */
public record Neighbourhood(String centre, List<Node> nodes, List<Edge> edges, boolean cut) {}
