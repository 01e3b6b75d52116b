/** The province that the story plays in: its places, people and days, and what they complain about. */
@NullMarked
package org.chuishao.bench.warnings.world;

import org.jspecify.annotations.NullMarked;
