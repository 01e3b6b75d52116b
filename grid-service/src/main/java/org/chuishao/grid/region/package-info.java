/** The register of regions and grids: first load, reading, splits and merges. */
@NullMarked
package org.chuishao.grid.region;

import org.jspecify.annotations.NullMarked;
