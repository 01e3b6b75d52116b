@NullMarked
package org.chuishao.mesh.time;

import org.jspecify.annotations.NullMarked;
