package org.chuishao.analytics.matter;

/** The field's own words for something, in both languages. */
public record Name(String zh, String en) {

    /** Of what is not known: its code. */
    static Name of(String code) {
        return new Name(code, code);
    }
}
