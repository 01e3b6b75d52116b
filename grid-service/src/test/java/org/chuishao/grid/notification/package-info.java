/** Who is told, played with phones that are switched off. */
@NullMarked
package org.chuishao.grid.notification;

import org.jspecify.annotations.NullMarked;
