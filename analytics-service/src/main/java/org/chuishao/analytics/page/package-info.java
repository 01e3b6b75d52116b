/** Lists that are handed out page by page. */
@NullMarked
package org.chuishao.analytics.page;

import org.jspecify.annotations.NullMarked;
