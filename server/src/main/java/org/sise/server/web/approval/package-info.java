/** The page of approval's question, with the first checks of what was newly permitted. */
@NullMarked
package org.sise.server.web.approval;

import org.jspecify.annotations.NullMarked;
