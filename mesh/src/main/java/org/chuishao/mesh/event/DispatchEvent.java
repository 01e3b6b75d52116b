package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What routing decides: what it is, where it is, whose it is. */
public sealed interface DispatchEvent extends EventData {

    /** Who dispatched: the rules or model by themselves, or a dispatcher. */
    enum Mode {
        AUTO,
        HUMAN
    }

    /**
     * Severity, category and place as found.
     *
     * @param confidence 0 to 1
     * @param model name and version of what decided
     * @param evidence the words, names or neighbours that it rests on, free of personal data
     * @param meaning of its words, to be held beside others'; null where no model has read them, which is so of every report
     *     and secret ticket. It leaves the services by no way.
     */
    record TicketClassified(
            Severity severity,
            String category,
            double confidence,
            String model,
            String region,
            List<String> evidence,
            @Nullable Meaning meaning)
            implements DispatchEvent {

        public TicketClassified(
                Severity severity,
                String category,
                double confidence,
                String model,
                String region,
                List<String> evidence) {
            this(severity, category, confidence, model, region, evidence, null);
        }
    }

    record VerificationRequested(String region, Sealed question) implements DispatchEvent {}

    /**
     * Given to a lead unit (派单).
     *
     * @param region division code of the place, the smallest that is known
     * @param basis the catalogue entry or rule that it rests on, for people; never what a person typed
     * @param words the dispatcher's own reason
     */
    record TicketDispatched(
            String leadUnit,
            List<String> assistingUnits,
            List<String> copies,
            String region,
            Severity severity,
            String category,
            Mode mode,
            String basis,
            @Nullable Sealed words)
            implements DispatchEvent {}

    record ReturnAdjudicated(UUID assignment, boolean granted, Sealed reason) implements DispatchEvent {}

    record Disputed(Sealed ground, List<String> units) implements DispatchEvent {}

    /** The conference's word: this dispatch cannot be returned. {@code minutes} is the reference of its record. */
    record LeadDesignated(
            String leadUnit,
            List<String> assistingUnits,
            String region,
            @Nullable String minutes) implements DispatchEvent {}

    /**
     * A duty desk was called about a danger to life (电话交办), or it was tried.
     *
     * @param unit whose desk
     * @param calledAt when, as the caller says; what counts against a clock is when it was recorded
     * @param recording reference of the call's recording
     * @param words who answered and what was agreed
     */
    record DeskCalled(
            String unit,
            boolean reached,
            Instant calledAt,
            @Nullable String recording,
            @Nullable Sealed words) implements DispatchEvent {}
}
