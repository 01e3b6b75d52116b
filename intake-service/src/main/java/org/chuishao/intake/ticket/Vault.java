package org.chuishao.intake.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chuishao.mesh.crypto.PersonalVault;
import org.chuishao.mesh.event.Sealed;
import org.jspecify.annotations.Nullable;

/** Seals what belongs to a person for one ticket: it opens for that ticket and that field alone. */
@ApplicationScoped
public class Vault {

    private final PersonalVault vault;
    private final ObjectMapper json;

    Vault(PersonalVault vault, ObjectMapper json) {
        this.vault = vault;
        this.json = json;
    }

    public @Nullable String seal(String field, UUID ticket, @Nullable Object personal) {
        if (personal == null) {
            return null;
        }
        try {
            return vault.seal(purpose(field, ticket), json.writeValueAsString(personal))
                    .value();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot seal " + field, e);
        }
    }

    /** Throws {@link org.chuishao.mesh.crypto.UnsealException}. */
    public <T> T open(String field, UUID ticket, String sealed, Class<T> type) {
        try {
            return json.readValue(vault.open(purpose(field, ticket), new Sealed(sealed)), type);
        } catch (JsonProcessingException e) {
            // without the cause, which would quote what was sealed
            throw new IllegalStateException("the sealed " + field + " of ticket " + ticket + " cannot be read");
        }
    }

    private static String purpose(String field, UUID ticket) {
        return field + '/' + ticket;
    }
}
