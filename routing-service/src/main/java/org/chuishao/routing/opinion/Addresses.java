package org.chuishao.routing.opinion;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a host may have. It is looked up here and asked under the address that was found, so that a name which says
 * another thing a moment later leads nowhere.
 */
final class Addresses {

    /** Cloud hosts tell their secrets there. */
    private static final List<String> METADATA = List.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

    private final Resolver resolver;
    private final boolean inHouse;

    /** @param inHouse private addresses will do; those of a link and of a cloud's metadata never */
    Addresses(Resolver resolver, boolean inHouse) {
        this.resolver = resolver;
        this.inHouse = inHouse;
    }

    /** Says which addresses a name has. */
    interface Resolver {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** The host has an address that must not be asked. */
    static final class Forbidden extends RuntimeException {

        private static final long serialVersionUID = 1;

        Forbidden(String host) {
            super("the host " + host + " has an address that must not be asked");
        }
    }

    /** @throws Forbidden where one of its addresses is */
    InetAddress of(String host) throws UnknownHostException {
        InetAddress[] found = resolver.all(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!Arrays.stream(found).allMatch(this::allowed)) {
            throw new Forbidden(host);
        }
        return found[0];
    }

    private boolean allowed(InetAddress address) {
        boolean never = address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress());
        return !never && !(address instanceof Inet4Address ? special4(address) : special6(address));
    }

    private boolean special4(InetAddress address) {
        byte[] it = address.getAddress();
        int first = it[0] & 0xff;
        int second = it[1] & 0xff;
        boolean own = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || (first == 100 && second >= 64 && second < 128);
        // "this" network, protocol assignments, benchmarks, reserved
        boolean nobody = first == 0
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
        return nobody || (own && !inHouse);
    }

    private boolean special6(InetAddress address) {
        byte[] it = address.getAddress();
        int first = it[0] & 0xff;
        boolean own = address.isLoopbackAddress() || (first & 0xfe) == 0xfc;
        // what is neither own nor global; of the global ones those that carry an IPv4 address within (6to4, Teredo)
        boolean global = (first & 0xe0) == 0x20;
        boolean carries = first == 0x20 && ((it[1] == 2) || (it[1] == 1 && it[2] == 0 && it[3] == 0));
        return own ? !inHouse : !global || carries;
    }
}
