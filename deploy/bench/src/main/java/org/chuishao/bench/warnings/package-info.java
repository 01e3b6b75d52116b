/** Incidents planted into twelve weeks of a hotline: how many are warned of, how early, and what is warned of besides. */
@NullMarked
package org.chuishao.bench.warnings;

import org.jspecify.annotations.NullMarked;
