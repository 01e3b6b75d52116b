package org.chuishao.mesh.reference;

import org.jspecify.annotations.Nullable;

/**
 * A category as it stands on the topic {@code categories}.
 *
 * @param name as people say it
 * @param parent the next coarser one, null at the top
 */
public record CategoryName(
        String code, String name, @Nullable String parent) {}
