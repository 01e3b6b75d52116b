/** Import of grids from a file, in place of the synthetic ones. */
@NullMarked
package org.chuishao.grid.imports;

import org.jspecify.annotations.NullMarked;
