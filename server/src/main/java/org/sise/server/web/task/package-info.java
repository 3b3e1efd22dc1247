/** Tasks from the proposal to the approval, and the list of visits. */
@NullMarked
package org.sise.server.web.task;

import org.jspecify.annotations.NullMarked;
