/** Educational and consultative talks (教育约谈、会商约谈): appointment, minutes, follow-up. No penalty, and no ground of one. */
@NullMarked
package org.sise.supervision.talk;

import org.jspecify.annotations.NullMarked;
