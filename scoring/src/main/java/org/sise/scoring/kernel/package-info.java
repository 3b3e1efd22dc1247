/**
 * The compiled kernel: grades a whole population by a policy in one pass over packed records, with the reference
 * interpreter's results.
 *
 * <p>A {@link org.sise.scoring.kernel.Population} is packed once for one or more policies by a
 * {@link org.sise.scoring.kernel.PopulationBuilder}; a {@link org.sise.scoring.kernel.Kernel} grades it as of any date
 * into {@link org.sise.scoring.kernel.Grades}.
 */
@NullMarked
package org.sise.scoring.kernel;

import org.jspecify.annotations.NullMarked;
