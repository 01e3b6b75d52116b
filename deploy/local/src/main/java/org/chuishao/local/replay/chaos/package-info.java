/** Kills processes of the local run while it works. */
@NullMarked
package org.chuishao.local.replay.chaos;

import org.jspecify.annotations.NullMarked;
