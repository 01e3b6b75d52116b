/** One incident behind many warnings: what belongs together, and what a confirmed one became. */
@NullMarked
package org.chuishao.analytics.warning.incident;

import org.jspecify.annotations.NullMarked;
