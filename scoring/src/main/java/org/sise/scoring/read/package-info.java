/** Reading policies from YAML: all faults at once, each with its line, column and remedy. */
@NullMarked
package org.sise.scoring.read;

import org.jspecify.annotations.NullMarked;
