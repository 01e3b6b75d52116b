@NullMarked
package org.chuishao.grid.clock;

import org.jspecify.annotations.NullMarked;
