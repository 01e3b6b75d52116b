/** What of the log counts for early warning, and under what it is gathered. */
@NullMarked
package org.chuishao.analytics.warning.signal;

import org.jspecify.annotations.NullMarked;
