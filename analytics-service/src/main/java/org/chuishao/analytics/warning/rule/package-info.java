/** The thresholds of early warning: data that a province may change. */
@NullMarked
package org.chuishao.analytics.warning.rule;

import org.jspecify.annotations.NullMarked;
