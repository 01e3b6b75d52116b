/** What was warned of, held against what was planted. */
@NullMarked
package org.chuishao.bench.warnings.match;

import org.jspecify.annotations.NullMarked;
