/** The clocks of units: what starts, moves and ends them, and what is done when one is missed. */
@NullMarked
package org.chuishao.grid.clock;

import org.jspecify.annotations.NullMarked;
