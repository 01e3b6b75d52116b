/**
 * Backpressure before memory: how many requests may wait for a database connection, and how long, and how many commands
 * may be under way.
 */
@NullMarked
package org.chuishao.mesh.pool;

import org.jspecify.annotations.NullMarked;
