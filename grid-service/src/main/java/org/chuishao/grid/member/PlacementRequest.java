package org.chuishao.grid.member;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks who holds a role in a grid or somewhere in a community.
 *
 * @param key names the request in the answer
 * @param region a grid (15 digits), also one that has ended, or a community (12); a larger region has no holder
 * @param at the instant at which the role must be held
 * @param seed the ticket's id: a rework comes back to the worker who had it, and among equals the lot is drawn by it
 */
public record PlacementRequest(UUID key, String region, MemberRole role, Instant at, UUID seed) {}
