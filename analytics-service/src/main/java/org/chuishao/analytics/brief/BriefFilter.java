package org.chuishao.analytics.brief;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.chuishao.mesh.reference.RegionCode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which brief is asked for, as it stands in the query. */
class BriefFilter {

    @QueryParam("kind")
    @DefaultValue("daily")
    @Parameter(description = "daily, weekly or special")
    String kind = "daily";

    @QueryParam("day")
    @Parameter(description = "Its last day (Asia/Shanghai), such as 2026-11-30; yesterday where absent")
    @Nullable
    String day;

    @QueryParam("region")
    @DefaultValue(RegionCode.PROVINCE)
    @Parameter(description = "Division code; all that lies in it and in the caller's scope")
    String region = RegionCode.PROVINCE;

    @QueryParam("category")
    @Parameter(description = "Matter with what lies below it, such as HEATING_OFF; needed for a special brief")
    @Nullable
    String category;
}
