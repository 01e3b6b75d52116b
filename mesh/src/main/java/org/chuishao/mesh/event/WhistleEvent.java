package org.chuishao.mesh.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whistle that calls departments in (社区吹哨、部门报到). None of these moves the ticket's state. */
public sealed interface WhistleEvent extends EventData {

    /** 应急哨 执法哨 推进哨 攻坚哨 行业哨. */
    enum WhistleKind {
        EMERGENCY,
        ENFORCEMENT,
        COORDINATION,
        HARD_PROBLEM,
        INDUSTRY
    }

    /** Why a department calls a whistle improper: outside its duties, or not tried locally first. */
    enum Improper {
        OUTSIDE_DUTY,
        NOT_TRIED_LOCALLY
    }

    UUID whistle();

    record WhistleBlown(UUID whistle, WhistleKind kind, String region, List<String> departments, Sealed matter)
            implements WhistleEvent {}

    record WhistleConfirmed(
            UUID whistle, boolean confirmed, @Nullable Sealed reason) implements WhistleEvent {}

    record WhistleSigned(UUID whistle, String department) implements WhistleEvent {}

    /**
     * @param proof how it is known: within so many metres of the site, the code shown there, or the town's word
     * @param by the unit that came for the department; null where it came itself
     */
    record DepartmentArrived(
            UUID whistle,
            String department,
            String proof,
            @Nullable String by) implements WhistleEvent {}

    record ShareAgreed(UUID whistle, String department, Sealed share, Instant until) implements WhistleEvent {}

    record ShareDone(UUID whistle, String department, Sealed result) implements WhistleEvent {}

    /** What was found or agreed on site, by the unit that writes it down. */
    record WhistleNoted(UUID whistle, String by, Sealed note) implements WhistleEvent {}

    record WhistleObjected(
            UUID whistle, String department, @Nullable Improper improper, Sealed ground) implements WhistleEvent {}

    /** @param improper as what the department called it */
    record ObjectionDecided(
            UUID whistle,
            String department,
            boolean upheld,
            Sealed reason,
            @Nullable Improper improper) implements WhistleEvent {}

    /**
     * What it came to, for those who keep the dispatch catalogue; null in events from before it was said.
     *
     * @param region where it sounded
     * @param solved departments that came, and did their share where they had one
     */
    record WhistleClosed(
            UUID whistle,
            Sealed outcome,
            @Nullable String region,
            @Nullable List<String> solved) implements WhistleEvent {}

    /** Marks of 1 to 5. */
    record WhistleRated(UUID whistle, String by, String of, int response, int attitude, int solution)
            implements WhistleEvent {}
}
