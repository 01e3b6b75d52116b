package org.chuishao.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One process of the local run.
 *
 * @param environment what is added to the supervisor's own environment
 * @param ready asks the running process whether it can do its work
 */
record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String address,
        BooleanSupplier ready) {}
