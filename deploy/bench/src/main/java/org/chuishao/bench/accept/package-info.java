/** How many tickets a mesh takes in, and how soon they are in an inbox. */
@NullMarked
package org.chuishao.bench.accept;

import org.jspecify.annotations.NullMarked;
