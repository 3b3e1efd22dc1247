/** Measures on businesses (惩戒与激励措施): catalogue, proposal, hearing, dispatch to departments, lifting. */
@NullMarked
package org.sise.supervision.measure;

import org.jspecify.annotations.NullMarked;
