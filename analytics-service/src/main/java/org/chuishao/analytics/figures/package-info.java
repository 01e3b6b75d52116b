/** Counts of tickets, kept from the log: what stands where now, and what came and went by day. */
@NullMarked
package org.chuishao.analytics.figures;

import org.jspecify.annotations.NullMarked;
