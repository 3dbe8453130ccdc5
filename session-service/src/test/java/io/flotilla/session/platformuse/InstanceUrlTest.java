package io.flotilla.session.platformuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://engine.hyperbeam.com",
                "HTTPS://Example.org:8443/path",
                "https://192.0.2.1/",
                "https://[2606:4700::1111]:443",
                "http://localhost:8083",
                "http://127.0.0.1",
                "http://10.1.2.3:8080",
                "http://[::1]:80",
                "http://box.local",
                "http://vms.internal:80"
            })
    void isFine(String url) {
        assertThat(InstanceUrl.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "http://localhost.example.org",
                "ftp://example.org",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "example.org",
                "https:///path",
                "https://user:pass@example.org",
                "https://example.org?query",
                "https://example.org#part",
                "https://example.org:0",
                "https://example.org:70000",
                "https://exa mple.org",
                "https://example.org/\r\nHost: x"
            })
    void isNotFine(String url) {
        assertThat(InstanceUrl.objection(url)).isPresent();
    }

    @Test
    void knowsWhoWouldGetTheKey() {
        assertThat(InstanceUrl.sameOrigin("https://a.example", "https://A.example:443/other"))
                .isTrue();
        assertThat(InstanceUrl.sameOrigin("https://a.example", "https://b.example"))
                .isFalse();
        assertThat(InstanceUrl.sameOrigin("https://a.example", "https://a.example:444"))
                .isFalse();
        assertThat(InstanceUrl.sameOrigin("http://localhost", "https://localhost"))
                .isFalse();
        assertThat(InstanceUrl.sameOrigin("https://a.example", null)).isFalse();
        assertThat(InstanceUrl.sameOrigin(null, null)).isTrue();
    }
}
