/** The life of warnings: raised, joined, judged, lapsed; kept in Postgres and told on {@code governance-warnings}. */
@NullMarked
package org.chuishao.analytics.warning.life;

import org.jspecify.annotations.NullMarked;
