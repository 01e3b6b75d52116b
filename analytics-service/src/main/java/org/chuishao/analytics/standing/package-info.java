/** Where open tickets stand, and what climbs: kept from the log for those who look at it again and again. */
@NullMarked
package org.chuishao.analytics.standing;

import org.jspecify.annotations.NullMarked;
