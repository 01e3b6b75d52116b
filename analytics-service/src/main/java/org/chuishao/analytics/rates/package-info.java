/** The figures that units and places are judged by: asked of facts, each with its parts and the cases behind it. */
@NullMarked
package org.chuishao.analytics.rates;

import org.jspecify.annotations.NullMarked;
