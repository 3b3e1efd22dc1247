/** The first page: how the colours are spread and what is going on. */
@NullMarked
package org.sise.server.web.home;

import org.jspecify.annotations.NullMarked;
