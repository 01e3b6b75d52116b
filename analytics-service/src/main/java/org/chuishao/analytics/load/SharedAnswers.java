package org.chuishao.analytics.load;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes what remembers answers for a moment, each kind of answer for itself. */
@ApplicationScoped
public class SharedAnswers {

    private final LoadConfig config;
    private final Clock clock;

    SharedAnswers(LoadConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    public <Q, A> JustAsked<Q, A> of() {
        return new JustAsked<>(clock, config.fresh());
    }
}
