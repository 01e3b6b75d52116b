/** The four key views 人群 事件 单位 领域: where service is needed, what is complained of, by whom it is answered for. */
@NullMarked
package org.chuishao.analytics.keyview;

import org.jspecify.annotations.NullMarked;
