package org.chuishao.mesh.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The name of an endpoint's parameter as the client knows it; empty for the body, whose fields speak for themselves. */
final class Parameters {

    private Parameters() {}

    static String name(ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // The root may be a generated subclass, whose parameters carry no annotations.
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                Method declared = type.getDeclaredMethod(method.getName(), types);
                String name = name(declared.getParameterAnnotations()[parameter.getParameterIndex()], parameter);
                if (!name.isEmpty()) {
                    return name;
                }
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return "";
    }

    private static String name(Annotation[] annotations, Path.ParameterNode parameter) {
        for (Annotation annotation : annotations) {
            String given = annotation instanceof QueryParam query
                    ? query.value()
                    : annotation instanceof PathParam path
                            ? path.value()
                            : annotation instanceof HeaderParam header
                                    ? header.value()
                                    : annotation instanceof RestQuery query
                                            ? query.value()
                                            : annotation instanceof RestPath path
                                                    ? path.value()
                                                    : annotation instanceof RestHeader header ? header.value() : null;
            if (given != null) {
                return given.isEmpty() ? parameter.getName() : given;
            }
        }
        return "";
    }
}
