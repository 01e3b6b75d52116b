package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.chuishao.mesh.pool.InFlight;
import org.chuishao.mesh.pool.PoolLimits;

/** Does what {@link Command} says. Its priority is before that of {@code @WithTransaction}. */
@Command
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class CommandInterceptor {

    /** By method, for all the interceptor's instances: each use case has one of its own. */
    private static final ConcurrentMap<Method, InFlight> UNDER_WAY = new ConcurrentHashMap<>();

    private final RelayBell bell;
    private final PoolLimits limits;

    CommandInterceptor(RelayBell bell, PoolLimits limits) {
        this.bell = bell;
        this.limits = limits;
    }

    @AroundInvoke
    Object aroundCommand(InvocationContext invocation) {
        InFlight underWay =
                UNDER_WAY.computeIfAbsent(invocation.getMethod(), method -> new InFlight(limits.commands()));
        return toItsEnd(underWay.admit(() -> proceed(invocation))).invoke(bell::ring);
    }

    @SuppressWarnings("unchecked") // what is answered is handed on as it is
    private static Uni<Object> proceed(InvocationContext invocation) {
        try {
            if (invocation.proceed() instanceof Uni<?> uni) {
                return (Uni<Object>) uni;
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
        throw new IllegalStateException(invocation.getMethod() + " is a @Command and must answer a Uni");
    }

    /** An emitter does not hand a cancellation on, so nothing stops half-way in a transaction. */
    private static <T> Uni<T> toItsEnd(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
