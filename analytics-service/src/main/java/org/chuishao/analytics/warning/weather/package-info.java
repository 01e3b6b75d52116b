/** Weather warnings (气象预警): days that are like no others, and what they bring. */
@NullMarked
package org.chuishao.analytics.warning.weather;

import org.jspecify.annotations.NullMarked;
