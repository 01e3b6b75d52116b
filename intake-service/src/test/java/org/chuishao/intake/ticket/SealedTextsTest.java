package org.chuishao.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chuishao.mesh.crypto.Sealer;
import org.chuishao.testkit.Secrets;
import org.junit.jupiter.api.Test;

class SealedTextsTest {

    private static final UUID TICKET = UUID.randomUUID();

    private final Secrets secrets = Secrets.fresh();
    private final Sealer sealer = new Sealer(secrets.log());
    private final Vault vault = Texts.vault(secrets);
    private final SealedTexts texts = Texts.by(secrets);

    @Test
    void whatOpensIsShown() {
        Caller caller = new Caller("张三", null, null, null);

        assertThat(texts.open(TICKET, sealer.seal("暖气不热").value())).isEqualTo("暖气不热");
        assertThat(texts.open(TICKET, "caller", vault.seal("caller", TICKET, caller), Caller.class))
                .isEqualTo(caller);
    }

    @Test
    void whatDoesNotOpenIsLeftOut() {
        SealedTexts afterTheKeysWereLost = Texts.by(Secrets.fresh());
        String caller = vault.seal("caller", TICKET, new Caller("张三", null, null, null));

        assertThat(afterTheKeysWereLost.open(TICKET, sealer.seal("暖气不热").value()))
                .isNull();
        assertThat(afterTheKeysWereLost.open(TICKET, "caller", caller, Caller.class))
                .isNull();
        assertThat(texts.open(UUID.randomUUID(), "caller", caller, Caller.class))
                .isNull();
        assertThat(texts.open(TICKET, "no value at all")).isNull();
        assertThat(texts.open(TICKET, null)).isNull();
    }
}
