/**
 * A second opinion of a large model about what the classifier left to a dispatcher. Off unless an endpoint is configured and
 * its host allowed; words go out masked; nothing is dispatched by what it says.
 */
@NullMarked
package org.chuishao.routing.opinion;

import org.jspecify.annotations.NullMarked;
