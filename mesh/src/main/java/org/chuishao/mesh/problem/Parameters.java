package org.chuishao.mesh.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of an endpoint by the names that the client knows. */
final class Parameters {

    private Parameters() {}

    /** The name of a parameter that broke a rule; empty for the body, whose fields speak for themselves. */
    static String name(ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // The root may be a generated subclass, whose parameters carry no annotations.
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                Method declared = type.getDeclaredMethod(method.getName(), types);
                String name = name(declared.getParameters()[parameter.getParameterIndex()]);
                if (!name.isEmpty()) {
                    return name;
                }
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return "";
    }

    /** One of the parameters that were given and are not plain text could not be read. */
    static Problem unreadable(UriInfo uri, ResourceInfo resource) {
        List<FieldError> errors = new ArrayList<>();
        Method method = resource.getResourceMethod();
        for (Parameter parameter : method == null ? new Parameter[0] : method.getParameters()) {
            String name = name(parameter);
            if (parameter.getType() != String.class && uri.getQueryParameters().containsKey(name)) {
                errors.add(new FieldError(name, Expected.of(parameter.getType())));
            }
        }
        return errors.isEmpty()
                ? Problem.of(Kind.NOT_FOUND, "There is nothing at this path.")
                : Problem.invalid(errors);
    }

    private static String name(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            String given = given(annotation);
            if (given != null) {
                return given.isEmpty() ? parameter.getName() : given;
            }
        }
        return "";
    }

    private static @Nullable String given(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        if (annotation instanceof PathParam path) {
            return path.value();
        }
        if (annotation instanceof HeaderParam header) {
            return header.value();
        }
        if (annotation instanceof RestQuery query) {
            return query.value();
        }
        if (annotation instanceof RestPath path) {
            return path.value();
        }
        return annotation instanceof RestHeader header ? header.value() : null;
    }
}
