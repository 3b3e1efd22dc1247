/**
 * The compiled kernel: grades a whole population by a policy in one pass over packed records, with the reference
 * interpreter's results.
 *
 * <p>A {@link org.sise.scoring.kernel.Population} is packed once for one or more policies and may then be graded by any
 * of them, as of any date, again and again:
 *
 * {@snippet :
 * PopulationBuilder builder = Population.builder(today, proposed).expect(3_200_000, 20_000_000);
 * for (Party party : parties) {
 *     builder.add(party); // or begin(…), add(…) for each record, end()
 * }
 * Population population = builder.build();
 * Grades before = Kernel.of(today).grade(population, asOf);
 * Grades after = Kernel.of(proposed).grade(population, asOf);
 * }
 *
 * <p>{@link org.sise.scoring.kernel.Grades} has each party's grade, score and deciding rule by the party's place in the
 * population, and on demand what each indicator, figure and dimension came to. A kernel keeps the table of the last date
 * and population it graded.
 */
@NullMarked
package org.sise.scoring.kernel;

import org.jspecify.annotations.NullMarked;
