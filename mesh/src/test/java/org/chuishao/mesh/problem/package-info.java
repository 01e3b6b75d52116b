@NullMarked
package org.chuishao.mesh.problem;

import org.jspecify.annotations.NullMarked;
