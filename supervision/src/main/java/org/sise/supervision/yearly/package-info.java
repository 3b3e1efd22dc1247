/** What is to be inspected in a year, by whom and when (年度抽查计划). */
@NullMarked
package org.sise.supervision.yearly;

import org.jspecify.annotations.NullMarked;
