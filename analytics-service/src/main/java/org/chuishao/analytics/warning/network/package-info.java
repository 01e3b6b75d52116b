/** Supply networks (stations, pipes, transformers), what they reach, and which tickets are on them. */
@NullMarked
package org.chuishao.analytics.warning.network;

import org.jspecify.annotations.NullMarked;
