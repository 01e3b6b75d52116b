package org.chuishao.mesh.reference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Copies of a service that has just started, and has read nothing of the topics yet. */
public final class UnreadCopies {

    private UnreadCopies() {}

    public static ReferenceCopies get() {
        return new ReferenceCopies(
                new Regions(), new Units(), new Unread(), new CategoryNames(), new Copied(), "127.0.0.1:1");
    }

    private record Copied() implements ReferenceConfig {

        @Override
        public boolean copied() {
            return true;
        }

        @Override
        public boolean categories() {
            return false;
        }

        @Override
        public String lastRegion() {
            return "21";
        }

        @Override
        public String lastUnit() {
            return "U-WATER-21";
        }

        @Override
        public String lastRule() {
            return "end";
        }
    }

    private record Unread() implements RulesCopy {

        @Override
        public void put(String key, @Nullable JsonNode value) {
            throw new IllegalStateException("nothing is read");
        }

        @Override
        public void complete() {
            throw new IllegalStateException("nothing is read");
        }
    }
}
