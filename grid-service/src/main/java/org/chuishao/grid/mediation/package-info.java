/** Disputes (矛盾纠纷) are settled in the grid where they can be: parties, mediator, agreement or the route on, a revisit. */
@NullMarked
package org.chuishao.grid.mediation;

import org.jspecify.annotations.NullMarked;
