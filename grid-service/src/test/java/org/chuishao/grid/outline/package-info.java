@NullMarked
package org.chuishao.grid.outline;

import org.jspecify.annotations.NullMarked;
