/** What the season and the weather bring: plans that are due before it comes. */
@NullMarked
package org.chuishao.analytics.warning.season;

import org.jspecify.annotations.NullMarked;
