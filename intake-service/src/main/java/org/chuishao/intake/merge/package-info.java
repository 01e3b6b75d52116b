/** Tickets about the same matter are one: merged into a parent, whose result each caller is told (并单). */
@NullMarked
package org.chuishao.intake.merge;

import org.jspecify.annotations.NullMarked;
