/** The classifier that learns, on labelled messages: how right it is, how much it may do by itself, how fast it is. */
@NullMarked
package org.chuishao.bench.routing;

import org.jspecify.annotations.NullMarked;
