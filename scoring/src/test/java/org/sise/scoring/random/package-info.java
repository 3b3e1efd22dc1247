/** Random sound policies and random parties, for properties. */
package org.sise.scoring.random;
