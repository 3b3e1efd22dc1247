/** A demo city: departments' files about businesses that do not exist, drawn from a seed. */
@NullMarked
package org.sise.server.demo;

import org.jspecify.annotations.NullMarked;
