package org.chuishao.mesh.architecture.violation;

import io.smallrye.mutiny.Uni;

/** Breaks the rules on purpose: a value that has to be waited for. */
public record ValueThatWaits(Uni<String> text) {}
