/** What approval asks of credit, and permits that come back as objects to supervise (审管联动). */
@NullMarked
package org.sise.supervision.approval;

import org.jspecify.annotations.NullMarked;
