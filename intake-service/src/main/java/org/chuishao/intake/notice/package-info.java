/** What callers are to be told of a ticket beside its result, and whether they were (告知). */
@NullMarked
package org.chuishao.intake.notice;

import org.jspecify.annotations.NullMarked;
