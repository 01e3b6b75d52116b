/** People and the roles they hold in the grids, and who holds one at a time. */
@NullMarked
package org.chuishao.grid.member;

import org.jspecify.annotations.NullMarked;
