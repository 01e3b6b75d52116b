package org.chuishao.bench.warnings.log;

import org.chuishao.mesh.crypto.CallerHash;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Secrets;

/** The keys by which nobody can read on the log what was said, or who said it. */
public record Seals(Sealer sealer, CallerHash callers) {

    public static Seals of(Secrets secrets) {
        return new Seals(new Sealer(secrets.log()), new CallerHash(secrets.caller()));
    }
}
