/** From a code, a text or a position to a place. */
@NullMarked
package org.chuishao.grid.location;

import org.jspecify.annotations.NullMarked;
