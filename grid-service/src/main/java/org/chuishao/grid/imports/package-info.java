/** Regions and grids from files and into files. */
@NullMarked
package org.chuishao.grid.imports;

import org.jspecify.annotations.NullMarked;
