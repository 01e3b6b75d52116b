/** What a change of the dispatch catalogue would do, tried on the decisions of the last weeks before it goes live. */
@NullMarked
package org.chuishao.routing.simulation;

import org.jspecify.annotations.NullMarked;
