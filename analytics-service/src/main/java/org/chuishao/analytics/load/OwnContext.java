package org.chuishao.analytics.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Where a request goes on: what belongs to it, such as its scope, is known there and nowhere else. */
final class OwnContext {

    private OwnContext() {}

    static Executor current() {
        Context own = Vertx.currentContext();
        return own == null ? Runnable::run : work -> own.runOnContext(none -> work.run());
    }
}
