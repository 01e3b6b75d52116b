/** Whistles that are out (社区吹哨、部门报到), and which departments have not come. */
@NullMarked
package org.chuishao.analytics.whistle;

import org.jspecify.annotations.NullMarked;
