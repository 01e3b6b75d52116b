/** The board of a region: what stands where in its subtree. */
@NullMarked
package org.chuishao.grid.board;

import org.jspecify.annotations.NullMarked;
