/** What a business has to put right after a visit, until when, and who says that it is. */
@NullMarked
package org.sise.supervision.correction;

import org.jspecify.annotations.NullMarked;
