/** What all pages share: layout, language, words, errors. */
@NullMarked
package org.sise.server.web;

import org.jspecify.annotations.NullMarked;
