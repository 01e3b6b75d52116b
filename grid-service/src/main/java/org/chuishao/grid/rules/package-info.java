/** Calendars and clock rules as data: what comes with the product, what is loaded and set, and what the other services learn of it. */
@NullMarked
package org.chuishao.grid.rules;

import org.jspecify.annotations.NullMarked;
