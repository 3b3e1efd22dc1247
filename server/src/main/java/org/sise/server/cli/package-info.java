/** The command line: one class a call. */
@NullMarked
package org.sise.server.cli;

import org.jspecify.annotations.NullMarked;
