/** Signs that a business went on under another name: found in the ledger, kept with their evidence, judged by people. */
@NullMarked
package org.sise.grading.phoenix;

import org.jspecify.annotations.NullMarked;
