/** Briefs 日报 周报 专报: what came in and what became of it, on a page that prints. */
@NullMarked
package org.chuishao.analytics.brief;

import org.jspecify.annotations.NullMarked;
