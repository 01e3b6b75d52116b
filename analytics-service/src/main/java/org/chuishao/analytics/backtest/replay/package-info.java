/** The rules of early warning over history, in memory and without I/O: what they would have raised, and how right that is. */
@NullMarked
package org.chuishao.analytics.backtest.replay;

import org.jspecify.annotations.NullMarked;
