package org.chuishao.analytics.rates;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.chuishao.mesh.reference.RegionCode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which cases are counted, as it stands in the query. */
class RateFilter {

    @QueryParam("name")
    @Parameter(description = "One of /api/v1/figures/definitions, such as solution-rate", required = true)
    @Nullable
    String name;

    @QueryParam("from")
    @Parameter(description = "The first day (Asia/Shanghai), such as 2026-11-01; 30 days up to the last where absent")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "The last day, itself included; today where absent. At most 366 days")
    @Nullable
    String to;

    @QueryParam("region")
    @DefaultValue(RegionCode.PROVINCE)
    @Parameter(description = "Division code; all that lies in it and in the caller's scope, by the place known now")
    String region = RegionCode.PROVINCE;

    @QueryParam("unit")
    @Parameter(description = "Unit that the case is counted for; NONE for those without")
    @Nullable
    String unit;

    @QueryParam("line")
    @Parameter(description = "Industry line of that unit as it is published now; NONE for those without")
    @Nullable
    String line;

    @QueryParam("category")
    @Parameter(description = "Category with what lies below it")
    @Nullable
    String category;

    @QueryParam("kind")
    @Parameter(description = "INQUIRY, HELP, COMPLAINT, REPORT, SUGGESTION, PRAISE, OTHER")
    @Nullable
    String kind;

    @QueryParam("channel")
    @Parameter(description = "PHONE, WEB, APP, OPEN311, IMPORT, GRID, WARNING, TRANSFER_110, PLATFORM")
    @Nullable
    String channel;
}
