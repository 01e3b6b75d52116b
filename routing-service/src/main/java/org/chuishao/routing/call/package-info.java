/** Duty desks that are called about a danger to life (电话交办), and what came of it. */
@NullMarked
package org.chuishao.routing.call;

import org.jspecify.annotations.NullMarked;
