/** Backpressure before memory: how many requests may wait for a database connection, and how long. */
@NullMarked
package org.chuishao.mesh.pool;

import org.jspecify.annotations.NullMarked;
