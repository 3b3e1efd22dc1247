/** Codes as pictures: a business's sign to print, and QR codes of any text. */
@NullMarked
package org.sise.server.web.sign;

import org.jspecify.annotations.NullMarked;
