/** The pages of inspection plans: from a new plan to the published list. */
@NullMarked
package org.sise.server.web.plan;

import org.jspecify.annotations.NullMarked;
