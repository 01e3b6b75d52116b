@NullMarked
package org.chuishao.mesh.pool;

import org.jspecify.annotations.NullMarked;
