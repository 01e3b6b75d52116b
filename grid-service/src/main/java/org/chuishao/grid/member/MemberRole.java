package org.chuishao.grid.member;

/** What a person may be in a grid (一格多员). */
public enum MemberRole {
    GRID_CHIEF("网格长"),
    FULL_TIME_WORKER("专职网格员"),
    POLICE("民警"),
    SCHOOL_INSPECTOR("责任督学"),
    PROPERTY_MANAGER("物业"),
    HEATING_FITTER("供热维修员"),
    POWER_FITTER("供电维修员"),
    GAS_FITTER("供气维修员"),
    WATER_FITTER("供水维修员"),
    DOCTOR("医生"),
    LEGAL_ADVISER("法律顾问"),
    VOLUNTEER("志愿者");

    private final String title;

    MemberRole(String title) {
        this.title = title;
    }

    /** For texts that people read. */
    public String title() {
        return title;
    }
}
