/** The story as events on the log, written as the services would write them. */
@NullMarked
package org.chuishao.bench.warnings.log;

import org.jspecify.annotations.NullMarked;
