package org.chuishao.mesh.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Refuses a query parameter that an endpoint does not know: a filter with a slip in its name would let all through. */
@Provider
class KnownParameters implements ContainerRequestFilter {

    private static final String OURS = "org.chuishao.";

    private final ConcurrentMap<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty() || !resource.getResourceClass().getName().startsWith(OURS)) {
            return;
        }
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        List<FieldError> unknown = given.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "is no parameter of this endpoint"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    private static Set<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .flatMap(KnownParameters::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> name(AnnotatedElement holder) {
        QueryParam query = holder.getAnnotation(QueryParam.class);
        if (query != null) {
            return Stream.of(query.value());
        }
        RestQuery rest = holder.getAnnotation(RestQuery.class);
        if (rest == null) {
            return Stream.empty();
        }
        return Stream.of(rest.value().isEmpty() ? ownName(holder) : rest.value());
    }

    private static String ownName(AnnotatedElement holder) {
        return holder instanceof Parameter parameter ? parameter.getName() : ((Field) holder).getName();
    }
}
