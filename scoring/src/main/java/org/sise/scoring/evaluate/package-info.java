/** Whether a policy's grade predicts the next bad result, judged by outcomes that came after the records it saw. */
@NullMarked
package org.sise.scoring.evaluate;

import org.jspecify.annotations.NullMarked;
