package org.chuishao.intake;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuishao.mesh.problem.FieldError;
import org.chuishao.mesh.problem.Problem;

/** Refuses a query parameter that an endpoint does not know: a filter with a slip in its name would let all through. */
@Provider
class KnownParameters implements ContainerRequestFilter {

    private final ResourceInfo resource;

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty() || !isOfIntake(resource.getResourceClass())) {
            return;
        }
        Set<String> known = known(resource.getResourceMethod());
        List<FieldError> unknown = given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "is no parameter of this endpoint"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    private static boolean isOfIntake(Class<?> type) {
        return type.getPackageName().startsWith(KnownParameters.class.getPackageName());
    }

    private static Set<String> known(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Parameter parameter) {
        Stream<? extends AnnotatedElement> holders = parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
        return holders.filter(it -> it.isAnnotationPresent(QueryParam.class))
                .map(it -> it.getAnnotation(QueryParam.class).value());
    }
}
