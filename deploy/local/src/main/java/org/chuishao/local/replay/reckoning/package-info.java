/** Compares what was sent with what the services hold: lost, doubled, out of order, miscounted. */
@NullMarked
package org.chuishao.local.replay.reckoning;

import org.jspecify.annotations.NullMarked;
