@NullMarked
package org.chuishao.mesh.log;

import org.jspecify.annotations.NullMarked;
