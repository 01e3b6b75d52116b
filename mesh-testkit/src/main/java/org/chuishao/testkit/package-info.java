/** Real Kafka and Postgres in the test's or the local run's own process, tokens, and a look at the log. */
@NullMarked
package org.chuishao.testkit;

import org.jspecify.annotations.NullMarked;
