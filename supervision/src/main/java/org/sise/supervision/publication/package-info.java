/** What the public is shown of plans and results, and by when (双随机、一公开). */
@NullMarked
package org.sise.supervision.publication;

import org.jspecify.annotations.NullMarked;
