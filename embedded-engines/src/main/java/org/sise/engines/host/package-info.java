/** What both engines need of the machine: locked folders, commands, log files. */
@NullMarked
package org.sise.engines.host;

import org.jspecify.annotations.NullMarked;
