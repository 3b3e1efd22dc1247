/** Pages of the review of cases and of penalties beside the benchmark of discretion. */
@NullMarked
package org.sise.server.web.review;

import org.jspecify.annotations.NullMarked;
