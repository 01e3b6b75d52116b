/** Deadlines by the million: how late they fire, and whether each fires once. */
@NullMarked
package org.chuishao.bench.clocks;

import org.jspecify.annotations.NullMarked;
