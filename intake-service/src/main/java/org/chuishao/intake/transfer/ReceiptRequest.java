package org.chuishao.intake.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.chuishao.intake.ticket.Reference;
import org.chuishao.mesh.event.IntakeEvent.Transferred;
import org.chuishao.mesh.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the other side said. */
@Schema(description = "What the other side said")
record ReceiptRequest(
        @NotNull @Nullable Answer receipt,

        @Schema(description = "The other side's number of the case; needed where it accepts")
        @Pattern(regexp = Reference.FORM, message = Reference.RULE)
        @Nullable
        String reference) {

    /** Silence is no answer: the clock says it. */
    enum Answer {
        ACCEPTED(Transferred.Receipt.ACCEPTED),
        REFUSED(Transferred.Receipt.REFUSED);

        private final Transferred.Receipt onLog;

        Answer(Transferred.Receipt onLog) {
            this.onLog = onLog;
        }

        Transferred.Receipt onLog() {
            return onLog;
        }
    }

    /** @throws Problem 400 where an acceptance cannot be followed up, or the reference points to a person */
    void check() {
        if (receipt == Answer.ACCEPTED && reference == null) {
            throw Problem.invalid("reference", "is needed where the other side accepts");
        }
        Reference.inClear("reference", reference);
    }
}
