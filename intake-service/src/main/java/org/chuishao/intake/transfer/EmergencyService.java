package org.chuishao.intake.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** Who comes when life or order is in danger, by the number that people call. */
enum EmergencyService {
    @JsonProperty("110")
    POLICE("110"),
    @JsonProperty("119")
    FIRE("119"),
    @JsonProperty("120")
    AMBULANCE("120"),
    @JsonProperty("122")
    TRAFFIC_POLICE("122");

    private final String number;

    EmergencyService(String number) {
        this.number = number;
    }

    /** @throws IllegalArgumentException if none has it */
    static EmergencyService of(String number) {
        return Arrays.stream(values())
                .filter(service -> service.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no emergency service " + number));
    }

    String number() {
        return number;
    }

    /** As clients write it. */
    @Override
    public String toString() {
        return number;
    }
}
