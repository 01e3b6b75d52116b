package org.chuishao.mesh.log;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that changes something and answers a {@code Uni}. It goes on to its end though the client hangs up, and
 * the relay is woken when it has committed. It stands outside {@code @WithTransaction} on the same method.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {}
