/** The first run: the demo city on its way through the feeds, and the house's progress as a person sees it. */
@NullMarked
package org.sise.server.start;

import org.jspecify.annotations.NullMarked;
