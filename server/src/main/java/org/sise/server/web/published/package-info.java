/** What anybody may read without an account: published plans and results, and their feeds. */
@NullMarked
package org.sise.server.web.published;

import org.jspecify.annotations.NullMarked;
