/** What differs between two explanations of one party's grade. */
@NullMarked
package org.sise.scoring.difference;

import org.jspecify.annotations.NullMarked;
