/** The ticket as intake keeps it, and what of it may be shown to whom. */
@NullMarked
package org.chuishao.intake.ticket;

import org.jspecify.annotations.NullMarked;
