package org.chuishao.mesh.reference;

/** What sort of body a unit is. */
public enum UnitKind {
    DEPARTMENT,
    COMPANY,
    TOWN,
    COMMUNITY,
    /** Holds what nobody else must (区县兜底). */
    COUNTY_DESK
}
