/** Work without a network: what was done meanwhile is taken over, and what there is to do is handed out. */
@NullMarked
package org.chuishao.grid.sync;

import org.jspecify.annotations.NullMarked;
