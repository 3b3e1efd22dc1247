/** Golden cases beside a policy: records in, grade and contributions out. */
@NullMarked
package org.sise.scoring.cases;

import org.jspecify.annotations.NullMarked;
