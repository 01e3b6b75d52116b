/** The register of regions and grids: first load, reading, import. */
@NullMarked
package org.chuishao.grid.region;

import org.jspecify.annotations.NullMarked;
