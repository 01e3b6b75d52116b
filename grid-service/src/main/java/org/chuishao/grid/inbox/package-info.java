/** What a worker, a unit or a desk has in hand, and the stream that tells of every change to it. */
@NullMarked
package org.chuishao.grid.inbox;

import org.jspecify.annotations.NullMarked;
