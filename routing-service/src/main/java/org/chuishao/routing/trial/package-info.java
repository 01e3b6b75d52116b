/** Tries what learns on labelled messages that it has not learnt from: how right it is, and how much it may do by itself. */
@NullMarked
package org.chuishao.routing.trial;

import org.jspecify.annotations.NullMarked;
