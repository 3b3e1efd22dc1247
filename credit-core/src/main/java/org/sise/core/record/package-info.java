/** What departments say of businesses: the kinds of records and their fields. */
@NullMarked
package org.sise.core.record;

import org.jspecify.annotations.NullMarked;
