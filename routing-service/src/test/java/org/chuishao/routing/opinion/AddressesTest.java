package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are looked up by a resolver of the test's: no packet leaves. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "223.5.5.5", "100.63.0.1", "100.128.0.1", "2400:3200::1", "2606:4700::1111"})
    void a_public_address_is_asked(String address) throws UnknownHostException {
        assertThat(addresses(false, address).of("model")).isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd12::1"})
    void a_private_one_only_in_the_house(String address) throws UnknownHostException {
        assertThatThrownBy(() -> addresses(false, address).of("model")).isInstanceOf(Addresses.Forbidden.class);
        assertThat(addresses(true, address).of("model")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "100.100.100.200",
                "fd00:ec2::254",
                "fe80::1",
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "224.0.0.1",
                "ff02::1",
                "192.0.0.192",
                "198.18.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2001:0:a9fe:a9fe::1",
                "::ffff:169.254.169.254",
                "::169.254.169.254"
            })
    void some_never(String address) {
        assertThatThrownBy(() -> addresses(false, address).of("model")).isInstanceOf(Addresses.Forbidden.class);
        assertThatThrownBy(() -> addresses(true, address).of("model")).isInstanceOf(Addresses.Forbidden.class);
    }

    @Test
    void one_forbidden_address_among_others_forbids_the_host() {
        assertThatThrownBy(() -> addresses(false, "8.8.8.8", "169.254.169.254").of("model"))
                .isInstanceOf(Addresses.Forbidden.class);
    }

    @Test
    void a_name_without_an_address_is_not_known() {
        assertThatThrownBy(() -> addresses(false).of("model")).isInstanceOf(UnknownHostException.class);
    }

    private static Addresses addresses(boolean inHouse, String... found) {
        return new Addresses(
                host -> Arrays.stream(found).map(AddressesTest::address).toArray(InetAddress[]::new), inHouse);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
