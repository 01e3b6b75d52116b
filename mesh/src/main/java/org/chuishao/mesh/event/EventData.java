package org.chuishao.mesh.event;

/** What one event says beside its envelope. Sealed, so that every fold and reader has to answer for each kind. */
public sealed interface EventData permits IntakeEvent, DispatchEvent, AssignmentEvent, WhistleEvent, DeadlineEvent {}
