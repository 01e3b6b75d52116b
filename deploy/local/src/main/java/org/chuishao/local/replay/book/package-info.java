/** What is known of each message so far, and when it was known. */
@NullMarked
package org.chuishao.local.replay.book;

import org.jspecify.annotations.NullMarked;
