/** Back-tests: any rule with any threshold over history, as a job whose state is a row. */
@NullMarked
package org.chuishao.analytics.backtest;

import org.jspecify.annotations.NullMarked;
