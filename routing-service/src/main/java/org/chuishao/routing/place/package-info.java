/** Names of estates and roads that no register has, learned from what was dispatched and resolved (别名). */
@NullMarked
package org.chuishao.routing.place;

import org.jspecify.annotations.NullMarked;
