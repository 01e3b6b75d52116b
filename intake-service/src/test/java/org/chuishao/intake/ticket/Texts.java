package org.chuishao.intake.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.chuishao.mesh.crypto.PersonalVault;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Secrets;

/** What opens texts, by rings of a test's own. */
public final class Texts {

    private Texts() {}

    public static SealedTexts by(Secrets secrets) {
        return new SealedTexts(new Sealer(secrets.log()), vault(secrets));
    }

    static Vault vault(Secrets secrets) {
        return new Vault(new PersonalVault(secrets.personal()), new ObjectMapper());
    }
}
