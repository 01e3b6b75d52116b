/** What published figures withhold, so that nothing is told of few persons. */
@NullMarked
package org.chuishao.analytics.withheld;

import org.jspecify.annotations.NullMarked;
