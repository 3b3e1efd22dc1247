package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.List;

/**
 * How two businesses are related on a day.
 *
 * @param from one business's credit code
 * @param to the other's
 * @param day the day
 * @param steps how many steps were looked at
 * @param parties everybody on the routes, each once
 * @param routes the shortest ways, the shortest first; empty when there is none within the steps
 * @param complete whether everything within the steps was looked at; false when there was too much
 */
public record Connection(
        String from, String to, LocalDate day, int steps, List<Party> parties, List<Route> routes, boolean complete) {}
