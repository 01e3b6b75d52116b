/** The register of units on the industry lines and in the territory. */
@NullMarked
package org.chuishao.grid.unit;

import org.jspecify.annotations.NullMarked;
