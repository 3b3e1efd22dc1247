/** The only place that knows everybody: pages, API, security, configuration, scheduling and the command line. */
@NullMarked
package org.sise.server;

import org.jspecify.annotations.NullMarked;
