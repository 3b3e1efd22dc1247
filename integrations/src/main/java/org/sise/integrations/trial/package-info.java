/** A descriptor tried on a file, without a database. */
@NullMarked
package org.sise.integrations.trial;

import org.jspecify.annotations.NullMarked;
