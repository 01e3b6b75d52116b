/** Whether a matter came less often after a warning of it was handled. */
@NullMarked
package org.chuishao.analytics.warning.effect;

import org.jspecify.annotations.NullMarked;
