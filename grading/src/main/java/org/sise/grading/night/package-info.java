/** The nightly run: the whole population from one sorted stream of records, and a new grade for whoever moves. */
@NullMarked
package org.sise.grading.night;

import org.jspecify.annotations.NullMarked;
