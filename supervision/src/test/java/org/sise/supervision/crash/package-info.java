/** Processes that are killed in the middle. */
package org.sise.supervision.crash;
