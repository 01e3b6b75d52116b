/** Returns (退单): what units want to give back, and the adjudicator's word on it. */
@NullMarked
package org.chuishao.routing.returns;

import org.jspecify.annotations.NullMarked;
