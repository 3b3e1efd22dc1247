package org.sise.scoring.grade;

import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Points;

/**
 * A figure of a party.
 *
 * @param value null: not known
 */
public record FigureValue(Figure figure, @Nullable Points value) {}
