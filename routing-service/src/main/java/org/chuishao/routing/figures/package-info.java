/** Figures of dispatching: how much goes out by itself, and what the human step takes. */
@NullMarked
package org.chuishao.routing.figures;

import org.jspecify.annotations.NullMarked;
