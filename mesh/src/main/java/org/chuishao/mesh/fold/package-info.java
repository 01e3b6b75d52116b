/** The state of a ticket as the fold of its events: pure, the same in every service. */
@NullMarked
package org.chuishao.mesh.fold;

import org.jspecify.annotations.NullMarked;
