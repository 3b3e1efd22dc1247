/** From a row to records: conversions, checks, and personal numbers replaced before anything else sees them. */
@NullMarked
package org.sise.integrations.mapping;

import org.jspecify.annotations.NullMarked;
