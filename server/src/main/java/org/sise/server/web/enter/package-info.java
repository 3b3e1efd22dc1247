/** The page without an account on which a business scans who comes. */
@NullMarked
package org.sise.server.web.enter;

import org.jspecify.annotations.NullMarked;
