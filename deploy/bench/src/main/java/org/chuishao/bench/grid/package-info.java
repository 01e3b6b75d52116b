/** Grids with outlines and a million assignments: locating, the inbox, the board, and importing a province. */
@NullMarked
package org.chuishao.bench.grid;

import org.jspecify.annotations.NullMarked;
