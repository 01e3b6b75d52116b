/** The field's own words for what stands in the log as codes. */
@NullMarked
package org.chuishao.analytics.word;

import org.jspecify.annotations.NullMarked;
