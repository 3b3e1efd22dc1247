/** What would change a grade: the nearest better grades, and the repairs and the days that lead there. */
@NullMarked
package org.sise.scoring.outlook;

import org.jspecify.annotations.NullMarked;
