/** Pages of the policies: their versions, one version with its file and approvals, the upload. */
@NullMarked
package org.sise.server.web.policy;

import org.jspecify.annotations.NullMarked;
