package org.chuishao.mesh.log;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Does what {@link Command} says. Its priority is before that of {@code @WithTransaction}. */
@Command
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class CommandInterceptor {

    private final RelayBell bell;

    CommandInterceptor(RelayBell bell) {
        this.bell = bell;
    }

    @AroundInvoke
    Object aroundCommand(InvocationContext invocation) throws Exception {
        Object answer = invocation.proceed();
        if (!(answer instanceof Uni<?> uni)) {
            throw new IllegalStateException(invocation.getMethod() + " is a @Command and must answer a Uni");
        }
        return toItsEnd(uni).invoke(bell::ring);
    }

    /** An emitter does not hand a cancellation on, so nothing stops half-way in a transaction. */
    private static <T> Uni<T> toItsEnd(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
