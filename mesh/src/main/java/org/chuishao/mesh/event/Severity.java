package org.chuishao.mesh.event;

/** The level of a work order, which decides its clocks (domain: 特急 紧急 咨询 一般 建议 复杂 承诺 法定). */
public enum Severity {
    CRITICAL,
    URGENT,
    INQUIRY,
    ORDINARY,
    SUGGESTION,
    COMPLEX,
    PROMISED,
    STATUTORY
}
