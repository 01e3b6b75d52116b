/** Tickets for those who may see them: one, or a list by filters. */
@NullMarked
package org.chuishao.intake.search;

import org.jspecify.annotations.NullMarked;
