/** Cases of credit repair and objections: from the application to its effect on the ledger. */
@NullMarked
package org.sise.supervision.repair.cases;

import org.jspecify.annotations.NullMarked;
