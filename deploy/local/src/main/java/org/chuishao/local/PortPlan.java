package org.chuishao.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which port is whose: the usual ones plus an offset; the second instance of a service is ten further on. */
record PortPlan(int offset, int replicas) {

    private static final int KAFKA = 19092;
    private static final int KAFKA_CONTROLLER = 19093;
    private static final int POSTGRES = 15432;
    private static final int REPLICA_STEP = 10;

    /** A plan whose ports are all free at this moment, for tests that run beside each other. */
    static PortPlan anywhere(int replicas) {
        for (int tries = 0; true; tries++) {
            PortPlan plan = new PortPlan(ThreadLocalRandom.current().nextInt(1, 130) * 100, replicas);
            try {
                plan.check();
                return plan;
            } catch (Trouble taken) {
                if (tries > 50) {
                    throw taken;
                }
            }
        }
    }

    int kafka() {
        return KAFKA + offset;
    }

    int kafkaController() {
        return KAFKA_CONTROLLER + offset;
    }

    int postgres() {
        return POSTGRES + offset;
    }

    /** The port of a service's instance, counted from 1. */
    int of(Service service, int replica) {
        return service.port() + (replica - 1) * REPLICA_STEP + offset;
    }

    /** The name of a service's instance, counted from 1: {@code grid}, {@code grid-2}. */
    static String name(Service service, int replica) {
        return replica == 1 ? service.title() : service.title() + "-" + replica;
    }

    /** Finds out who is in the way before anything is started. */
    void check() {
        all().forEach((name, port) -> {
            if (port < 1 || port > 65_535) {
                throw new Trouble(
                        Trouble.PORT_IN_USE,
                        "Port %d for %s does not exist. Choose another --port-offset.".formatted(port, name));
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                free.setReuseAddress(true);
            } catch (IOException e) {
                throw new Trouble(Trouble.PORT_IN_USE, """
                                Port %d, meant for %s, %s
                                Or move all ports of the mesh: deploy/local/up --port-offset 1000""".formatted(port, name, explained(e)));
            }
        });
    }

    static String explained(IOException e) {
        String reason = String.valueOf(e.getMessage());
        return reason.contains("in use")
                ? "is in use by another program. Stop that program."
                : "cannot be opened here (" + reason + "). Ports below 1024 need more rights than you may have.";
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("Postgres", postgres());
        for (int replica = 1; replica <= replicas; replica++) {
            for (Service service : Service.values()) {
                all.put(name(service, replica), of(service, replica));
            }
        }
        return all;
    }
}
