/** Lists of what waits, the oldest first, in pages. */
@NullMarked
package org.chuishao.routing.page;

import org.jspecify.annotations.NullMarked;
