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

    public @Nullable Caller caller(UUID ticket, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return json.readValue(vault.open(purpose("caller", ticket), new Sealed(sealed)), Caller.class);
        } catch (JsonProcessingException e) {
            // without the cause, which would quote what was sealed
            throw new IllegalStateException("the sealed caller of ticket " + ticket + " cannot be read");
        }
    }

    private static String purpose(String field, UUID ticket) {
        return field + '/' + ticket;
    }
}
