/** What is planted: incidents as the trade would tell them, decoys that look like them, and the days around both. */
@NullMarked
package org.chuishao.bench.warnings.plant;

import org.jspecify.annotations.NullMarked;
