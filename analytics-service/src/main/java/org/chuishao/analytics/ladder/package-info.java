/** The six levels (省 市 县 乡镇 社区 网格), what stands with each, and what climbs from one to another. */
@NullMarked
package org.chuishao.analytics.ladder;

import org.jspecify.annotations.NullMarked;
