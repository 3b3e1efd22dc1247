/** The pages of the register: search, and one business with its colour and every reason. */
@NullMarked
package org.sise.server.web.business;

import org.jspecify.annotations.NullMarked;
