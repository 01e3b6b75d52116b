package org.chuishao.routing.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    private static final Set<String> ALLOWED = Set.of("model.example.cn", "127.0.0.1");

    @Test
    void a_host_on_the_list_is_asked_over_tls() {
        Endpoint endpoint = Endpoint.of("https://Model.example.cn/v1/chat/completions?a=b", ALLOWED, false);

        assertThat(endpoint.host()).isEqualTo("model.example.cn");
        assertThat(endpoint.port()).isEqualTo(443);
        assertThat(endpoint.target()).isEqualTo("/v1/chat/completions?a=b");
        assertThat(endpoint.tls()).isTrue();
    }

    @Test
    void the_list_ships_empty_and_then_no_host_will_do() {
        assertThatThrownBy(() -> Endpoint.of("https://model.example.cn/chat", Set.of(), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("model.example.cn is not on the list chuishao.routing.opinion.allowed-hosts");
    }

    @ParameterizedTest
    @CsvSource({
        "http://model.example.cn/chat, false",
        "http://model.example.cn/chat, true",
        "http://127.0.0.1:8080/chat, false",
        "https://model.example.cn.evil.com/chat, false",
        "https://evil.com/model.example.cn, false",
        "https://model.example.cn@evil.com/chat, false",
        "https://user:word@model.example.cn/chat, false",
        "https://model.example.cn./chat, false",
        "https://sub.model.example.cn/chat, false",
        "https:///chat, false",
        "file:///etc/passwd, false",
        "ftp://model.example.cn/chat, false",
        "model.example.cn, false",
        "'https://model example.cn', false"
    })
    void whatever_else_is_refused(String url, boolean inHouse) {
        assertThatThrownBy(() -> Endpoint.of(url, ALLOWED, inHouse)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void loopback_in_the_house_needs_no_tls() {
        assertThat(Endpoint.of("http://127.0.0.1:8000/chat", ALLOWED, true).port())
                .isEqualTo(8000);
    }
}
