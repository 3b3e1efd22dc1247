/** Puts the house together: settings, engines, and one bean for each of the floors' entry classes. */
@NullMarked
package org.sise.server.house;

import org.jspecify.annotations.NullMarked;
