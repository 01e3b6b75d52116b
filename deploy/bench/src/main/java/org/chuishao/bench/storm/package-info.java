/** A storm: twenty times the usual calls of one line in one city, and an outage of the broker in the middle of it. */
@NullMarked
package org.chuishao.bench.storm;

import org.jspecify.annotations.NullMarked;
