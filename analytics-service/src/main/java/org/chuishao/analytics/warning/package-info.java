/** What early warning (未诉先办) speaks of: the rules and the levels. */
@NullMarked
package org.chuishao.analytics.warning;

import org.jspecify.annotations.NullMarked;
