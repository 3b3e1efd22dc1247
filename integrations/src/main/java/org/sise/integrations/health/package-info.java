/** Feeds' health: which are late, silent, held or failing, what came of them by day, alarms and metrics. */
@NullMarked
package org.sise.integrations.health;

import org.jspecify.annotations.NullMarked;
