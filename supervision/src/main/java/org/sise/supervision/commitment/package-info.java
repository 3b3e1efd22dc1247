/** Credit commitments (信用承诺): kinds and texts, signing, fulfilment, breach, and what they stand for. */
@NullMarked
package org.sise.supervision.commitment;

import org.jspecify.annotations.NullMarked;
