package org.chuishao.mesh.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.chuishao.mesh.event.Sealed;
import org.junit.jupiter.api.Test;

class SealerTest {

    private static final String OLD = "k0:" + key(7);
    private static final String NEW = "k1:" + key(9);
    private static final String TEXT = "李女士 13912345678 暖气不热";

    private final Sealer sealer = new Sealer(NEW + "," + OLD);

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(sealer.seal(TEXT))).isEqualTo(TEXT);
        assertThat(sealer.open(sealer.seal(""))).isEmpty();
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(sealer.seal(TEXT)).isNotEqualTo(sealer.seal(TEXT));
    }

    @Test
    void opensWhatAnEarlierKeySealedAfterARotation() {
        Sealed before = new Sealer(OLD).seal(TEXT);

        assertThat(sealer.open(before)).isEqualTo(TEXT);
        assertThat(sealer.seal(TEXT).value()).startsWith("k1.");
    }

    @Test
    void refusesAKeyThatIsNotOnItsRing() {
        assertThatThrownBy(() -> new Sealer(OLD).open(sealer.seal(TEXT))).isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> new Sealer("k1:" + key(1)).open(sealer.seal(TEXT)))
                .isInstanceOf(UnsealException.class);
    }

    @Test
    void refusesAValueOfWhichAnyCharacterWasChanged() {
        String value = sealer.seal(TEXT).value();
        for (int at = 0; at < value.length() - 1; at++) {
            char other = value.charAt(at) == 'A' ? 'B' : 'A';
            Sealed changed = new Sealed(value.substring(0, at) + other + value.substring(at + 1));
            assertThatThrownBy(() -> sealer.open(changed))
                    .as("character %d", at)
                    .isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void refusesWhatIsNoSealedValue() {
        for (String value : new String[] {"", "k1", "k1.", "k1.AAAA", ".AAAA", "k1.***", TEXT}) {
            assertThatThrownBy(() -> sealer.open(new Sealed(value)))
                    .as(value)
                    .isInstanceOf(UnsealException.class)
                    .hasMessageNotContaining(TEXT);
        }
    }

    @Test
    void opensAPersonalValueOnlyForItsOwnFieldAndRow() {
        PersonalVault vault = new PersonalVault(NEW);
        Sealed phone = vault.seal("phone/1", "13912345678");

        assertThat(vault.open("phone/1", phone)).isEqualTo("13912345678");
        assertThatThrownBy(() -> vault.open("phone/2", phone)).isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> new Sealer(NEW).open(phone)).isInstanceOf(UnsealException.class);
    }

    @Test
    void showsNothingOfTheTextOrTheKeys() {
        Sealed sealed = sealer.seal(TEXT);

        assertThat(new String(
                        Base64.getUrlDecoder().decode(sealed.value().substring(3)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("13912345678", "李女士");
        assertThat(sealed.toString()).isEqualTo("Sealed[...]");
        assertThat(KeyRing.parse("p", NEW + "," + OLD)).hasToString("KeyRing[k1, k0]");
    }

    static String key(int filler) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) filler);
        return Base64.getEncoder().encodeToString(key);
    }
}
