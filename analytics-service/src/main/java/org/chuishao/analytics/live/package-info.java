/** The live line of the cockpit: what happens, as it is read, to whoever may see it. */
@NullMarked
package org.chuishao.analytics.live;

import org.jspecify.annotations.NullMarked;
