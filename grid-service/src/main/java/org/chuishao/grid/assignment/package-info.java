/** What units and workers have in hand: how it comes to them from a dispatch, and what they do about it. */
@NullMarked
package org.chuishao.grid.assignment;

import org.jspecify.annotations.NullMarked;
