package org.sise.server.web.business;

import org.sise.graph.neighbourhood.Node;

/** A node of a neighbourhood with what a page shows of it. */
public record ShownNode(Node node, ShownParty shown) {}
