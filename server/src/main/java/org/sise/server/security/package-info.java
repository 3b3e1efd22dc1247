/** Who may sign in and who may see and do what. */
@NullMarked
package org.sise.server.security;

import org.jspecify.annotations.NullMarked;
