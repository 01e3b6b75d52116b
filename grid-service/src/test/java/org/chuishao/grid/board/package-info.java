@NullMarked
package org.chuishao.grid.board;

import org.jspecify.annotations.NullMarked;
