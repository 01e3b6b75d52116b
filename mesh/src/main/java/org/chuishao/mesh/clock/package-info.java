/** The clock engine: arms, stops and fires the deadlines of the acts that a service accepts. */
@NullMarked
package org.chuishao.mesh.clock;

import org.jspecify.annotations.NullMarked;
