/** Messages from a file, each with a place in Liaoning and a caller made up by a seed. */
@NullMarked
package org.chuishao.local.replay.message;

import org.jspecify.annotations.NullMarked;
