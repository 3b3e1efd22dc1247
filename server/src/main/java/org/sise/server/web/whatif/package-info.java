/** What-ifs: their list, what came of each, and every business that moves. */
@NullMarked
package org.sise.server.web.whatif;

import org.jspecify.annotations.NullMarked;
