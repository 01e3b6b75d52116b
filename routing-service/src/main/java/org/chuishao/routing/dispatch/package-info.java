/** Dispatch: the rules that decide by themselves, and the queue of what a dispatcher decides. */
@NullMarked
package org.chuishao.routing.dispatch;

import org.jspecify.annotations.NullMarked;
