/** What a grid is asked to look at before a ticket is dispatched (网格核实), and what it found. */
@NullMarked
package org.chuishao.grid.verification;

import org.jspecify.annotations.NullMarked;
