/** The map of the cockpit: what has come in, what is open and what is late, place by place. */
@NullMarked
package org.chuishao.analytics.heat;

import org.jspecify.annotations.NullMarked;
