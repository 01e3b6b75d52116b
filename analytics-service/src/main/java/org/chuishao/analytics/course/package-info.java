/** One ticket's whole life as a line with its clocks. */
@NullMarked
package org.chuishao.analytics.course;

import org.jspecify.annotations.NullMarked;
