/** Merkle trees over SHA-256 as RFC 9162 defines them: roots, proofs of inclusion and of consistency. */
@NullMarked
package org.sise.core.merkle;

import org.jspecify.annotations.NullMarked;
