/** Grades between cities (信用互认): signed out, checked and mapped in, and always marked as foreign. */
@NullMarked
package org.sise.supervision.recognition;

import org.jspecify.annotations.NullMarked;
