/** The REST interface under {@code /api/v1}, described by OpenAPI. */
@NullMarked
package org.sise.server.api;

import org.jspecify.annotations.NullMarked;
