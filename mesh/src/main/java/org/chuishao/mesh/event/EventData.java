package org.chuishao.mesh.event;

/**
 * What one event says beside its envelope. A sealed type, so that every fold and reader has to answer for each kind. What
 * a person typed is {@link Sealed}; plain strings are ids, codes of a list, and what the rules say by themselves.
 */
public sealed interface EventData
        permits IntakeEvent, DispatchEvent, AssignmentEvent, WhistleEvent, MediationEvent, DeadlineEvent, NoticeEvent {}
