/** Lists in pages, with a cursor. */
@NullMarked
package org.chuishao.grid.page;

import org.jspecify.annotations.NullMarked;
