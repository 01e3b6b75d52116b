/** What the call centre counts by itself: calls offered, connected, and answered in time. */
@NullMarked
package org.chuishao.analytics.calls;

import org.jspecify.annotations.NullMarked;
