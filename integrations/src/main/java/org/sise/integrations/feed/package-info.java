/** Feeds as Camel routes: one template, one route a descriptor. */
@NullMarked
package org.sise.integrations.feed;

import org.jspecify.annotations.NullMarked;
