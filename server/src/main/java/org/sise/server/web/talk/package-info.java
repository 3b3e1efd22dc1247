/** Pages of talks: the list, suggestions, a proposal, and one talk with its steps. */
@NullMarked
package org.sise.server.web.talk;

import org.jspecify.annotations.NullMarked;
