/** The clock that follows the database, and ids in the order of time. */
@NullMarked
package org.chuishao.mesh.time;

import org.jspecify.annotations.NullMarked;
