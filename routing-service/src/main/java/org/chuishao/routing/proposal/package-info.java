/** What conferences decided and whistles taught, offered to the dispatch catalogue (派单目录): accepted, it is an entry from then on. */
@NullMarked
package org.chuishao.routing.proposal;

import org.jspecify.annotations.NullMarked;
