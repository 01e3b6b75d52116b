package org.chuishao.routing.learn;

/** What may be done with an answer. */
public enum Advice {
    /** Sure enough to be acted on by itself, where a person has enabled that. */
    AUTO,
    /** A person chooses among the candidates. */
    SUGGEST,
    /** The model has no say. */
    HUMAN
}
