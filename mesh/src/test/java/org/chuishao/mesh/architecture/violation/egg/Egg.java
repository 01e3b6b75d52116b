package org.chuishao.mesh.architecture.violation.egg;

import org.chuishao.mesh.architecture.violation.hen.Hen;

/** Breaks the rules on purpose: two packages that need each other. */
public record Egg(Hen from) {}
