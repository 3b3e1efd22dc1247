/** Entering on and removing from the lists of serious dishonesty and of abnormal operations (名单列入与移出). */
@NullMarked
package org.sise.supervision.listing;

import org.jspecify.annotations.NullMarked;
