package org.chuishao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {

    private static final Base64.Decoder URL = Base64.getUrlDecoder();

    @Test
    void signsWhatTheBearerMaySee(@TempDir Path keys) throws Exception {
        TokenMint mint = TokenMint.in(keys);
        String[] token = mint.token(
                        Bearer.of("unit").subject("wang").unit("U-HEATING-2101").regions("2101", "2102"))
                .split("\\.");
        assertThat(new String(URL.decode(token[1]), UTF_8))
                .contains("\"sub\":\"wang\"")
                .contains("\"groups\":[\"unit\"]")
                .contains("\"region\":[\"2101\",\"2102\"]")
                .contains("\"unit\":\"U-HEATING-2101\"")
                .doesNotContain("\"worker\"");
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(mint.publicKey()))));
        check.update((token[0] + "." + token[1]).getBytes(UTF_8));
        assertThat(check.verify(URL.decode(token[2]))).isTrue();
    }

    @Test
    void keepsItsKeyForItsOwnerOnly(@TempDir Path keys) throws Exception {
        assertThat(TokenMint.in(keys).publicKey()).isEqualTo(TokenMint.in(keys).publicKey());
        assertThat(Secrets.in(keys)).isEqualTo(Secrets.in(keys));
        try (var kept = Files.list(keys)) {
            assertThat(kept).hasSize(5).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }
}
