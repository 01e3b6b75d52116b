/** The stream that gathers signals, keeps their windows, and says which are hot: Kafka Streams, exactly once. */
@NullMarked
package org.chuishao.analytics.warning.stream;

import org.jspecify.annotations.NullMarked;
