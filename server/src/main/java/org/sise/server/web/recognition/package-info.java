/** Grades between cities. */
@NullMarked
package org.sise.server.web.recognition;

import org.jspecify.annotations.NullMarked;
