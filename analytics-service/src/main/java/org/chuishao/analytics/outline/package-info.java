/** The shapes that the cockpit's map is drawn with. */
@NullMarked
package org.chuishao.analytics.outline;

import org.jspecify.annotations.NullMarked;
