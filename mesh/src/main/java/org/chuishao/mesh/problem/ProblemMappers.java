package org.chuishao.mesh.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every exception that leaves an endpoint into a problem document. The types that Quarkus maps itself are named
 * here one by one, since the nearest type wins over {@link Throwable}.
 */
class ProblemMappers {

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> problem(Problem problem) {
        return ProblemResponse.of(problem);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> violations(ConstraintViolationException invalid) {
        return answer(invalid);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> json(JacksonException invalid) {
        return answer(invalid);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> json(JsonMappingException invalid) {
        return answer(invalid);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> json(MismatchedInputException invalid) {
        return answer(invalid);
    }

    /** JAX-RS answers a query parameter that is no number or date as if the path did not exist. */
    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> http(WebApplicationException refused, UriInfo uri, ResourceInfo resource) {
        boolean unreadable = refused instanceof NotFoundException && refused.getCause() != null;
        return unreadable && !uri.getQueryParameters().isEmpty()
                ? ProblemResponse.of(Parameters.unreadable(uri, resource))
                : answer(refused);
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> badToken(AuthenticationFailedException refused) {
        return ProblemResponse.challenge("The token is not valid here, or has expired.", ", error=\"invalid_token\"");
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> noToken(UnauthorizedException refused) {
        return ProblemResponse.challenge("A bearer token is needed.", "");
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> forbidden(ForbiddenException refused) {
        return ProblemResponse.of(Problem.forbidden("The role of this token does not allow it."));
    }

    @ServerExceptionMapper
    public RestResponse<Map<String, Object>> other(Throwable failure) {
        return answer(failure);
    }

    private static RestResponse<Map<String, Object>> answer(Throwable failure) {
        return Diagnosis.of(failure).map(ProblemResponse::of).orElseGet(() -> Incident.report(failure));
    }
}
