package org.chuishao.mesh.architecture.violation.hen;

import org.chuishao.mesh.architecture.violation.egg.Egg;

/** Breaks the rules on purpose: two packages that need each other. */
public record Hen(Egg from) {}
