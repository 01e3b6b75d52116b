/** What figures are asked of, kept from the log: tickets, units' parts, their clocks, and calls back to the citizen. */
@NullMarked
package org.chuishao.analytics.facts;

import org.jspecify.annotations.NullMarked;
