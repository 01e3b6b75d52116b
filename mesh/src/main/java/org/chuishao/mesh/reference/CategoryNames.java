package org.chuishao.mesh.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How people call the categories, as routing publishes them; a service is ready without it. */
@ApplicationScoped
public class CategoryNames {

    private final ConcurrentMap<String, CategoryName> byCode = new ConcurrentHashMap<>();

    void put(String code, @Nullable CategoryName name) {
        if (name == null) {
            byCode.remove(code);
        } else {
            byCode.put(code, name);
        }
    }

    /** The name, or the code itself where it is not known. */
    public String nameOf(String code) {
        CategoryName known = byCode.get(code);
        return known == null ? code : known.name();
    }
}
