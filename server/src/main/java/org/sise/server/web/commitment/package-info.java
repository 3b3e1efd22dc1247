/** Pages of commitments: the officials' lists, one commitment with its steps, and the business's own. */
@NullMarked
package org.sise.server.web.commitment;

import org.jspecify.annotations.NullMarked;
