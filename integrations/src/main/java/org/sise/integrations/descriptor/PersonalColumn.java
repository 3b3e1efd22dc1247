package org.sise.integrations.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * A column of personal numbers, whose cells are replaced by keyed hashes as soon as a row is read.
 *
 * @param column the column
 * @param unless where this holds and the cell is a credit code, the cell stays; or null
 */
public record PersonalColumn(String column, @Nullable Condition unless) {}
