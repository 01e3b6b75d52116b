/** Claims: which dispatcher has which waiting ticket in hand, so that no two of them work on one. */
@NullMarked
package org.chuishao.routing.claim;

import org.jspecify.annotations.NullMarked;
