/**
 * Models that learn from confirmed tickets: what they learn from, when one replaces another, who may let them dispatch, and the
 * counsel that they give.
 */
@NullMarked
package org.chuishao.routing.model;

import org.jspecify.annotations.NullMarked;
