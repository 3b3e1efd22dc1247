/** Feed descriptors: what a department's file looks like and which records its rows are. */
@NullMarked
package org.sise.integrations.descriptor;

import org.jspecify.annotations.NullMarked;
