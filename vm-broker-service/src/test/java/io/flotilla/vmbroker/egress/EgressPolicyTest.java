package io.flotilla.vmbroker.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {
    private static final InetAddress OWN = InetAddress.ofLiteral("93.184.216.77");
    private final EgressPolicy policy = new EgressPolicy(
            AllowList.of(List.of("intranet.example:8000", "10.1.2.3:9000", "[fd00::1]:80", "localhost:3000")),
            () -> Set.of(OWN));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "169.254.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "93.184.216.77",
                // the same in other spellings
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "0",
                "0x0",
                "00",
                "3232235777",
                "0xa9fea9fe",
                "2852039166",
                "0xA9.0xFE.0xA9.0xFE",
                "169.16689662",
                "192.168.257",
                "[::ffff:10.0.0.1]",
                // IPv6
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[2002:7f00:1::]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:1::1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::1]",
                "[2001:db8::1]",
                "[100::1]",
                "[3fff::1]",
                "[5f00::1]",
                "[2001:2::1]",
                "[2001:10::1]"
            })
    void refusesWhatIsInsideInAnySpelling(String host) {
        var destination = Destination.parse(host, 80).orElseThrow();

        assertThat(policy.byName(destination)).isEqualTo(new EgressPolicy.ByName.Refused(Refusal.INSIDE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "198.17.0.1",
                "223.255.255.255",
                "[2606:2800:220:1:248:1893:25c8:1946]",
                "[2a00:1450:4001::1]",
                "16843009",
                "0x01010101"
            })
    void opensPublicAddresses(String host) {
        var destination = Destination.parse(host, 443).orElseThrow();

        assertThat(policy.byName(destination)).isEqualTo(new EgressPolicy.ByName.AskAddresses());
        assertThat(policy.byAddress(NumericHost.parse(host).orElseThrow(), 443)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "80,true", "443,true", "8080,true", "8443,true", "3000,true", "65535,true", "21,false", "22,false", "25,false",
        "53,false", "465,false", "587,false", "1023,false", "2375,false", "3306,false", "5432,false", "6379,false",
                "9200,false",
        "11211,false", "27017,false"
    })
    void opensOnlyPortsOfWebsites(int port, boolean open) {
        var answer = policy.byAddress(InetAddress.ofLiteral("1.1.1.1"), port);

        assertThat(answer).isEqualTo(open ? Optional.empty() : Optional.of(Refusal.PORT));
    }

    @Test
    void opensExactlyWhatAnOperatorOpened() {
        assertThat(policy.byName(new Destination("intranet.example", 8000)))
                .isEqualTo(new EgressPolicy.ByName.Opened());
        assertThat(policy.byName(new Destination("intranet.example", 8001)))
                .isEqualTo(new EgressPolicy.ByName.AskAddresses());
        assertThat(policy.byName(new Destination("x.intranet.example", 8000)))
                .isEqualTo(new EgressPolicy.ByName.AskAddresses());
        assertThat(policy.byAddress(InetAddress.ofLiteral("10.1.2.3"), 9000)).isEmpty();
        assertThat(policy.byAddress(InetAddress.ofLiteral("10.1.2.3"), 9001)).isPresent();
        assertThat(policy.byAddress(InetAddress.ofLiteral("10.1.2.4"), 9000)).isPresent();
        assertThat(policy.byName(Destination.parse("[fd00:0::1]", 80).orElseThrow()))
                .isEqualTo(new EgressPolicy.ByName.AskAddresses());
        assertThat(policy.byName(new Destination("localhost", 3000))).isEqualTo(new EgressPolicy.ByName.Opened());
    }

    @Test
    void knowsTheAgentsDoorByNameAndPortOnly() {
        assertThat(policy.byName(
                        Destination.parse("AGENT.flotilla.internal.", 80).orElseThrow()))
                .isEqualTo(new EgressPolicy.ByName.ToAgent());
        assertThat(policy.byName(new Destination("agent.flotilla.internal", 81)))
                .isEqualTo(new EgressPolicy.ByName.AskAddresses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3.4.5", "0x100000000", "09.1.1.1", "example.0x", "1.1.1.999", "a.7"})
    void refusesNumbersThatAreNoAddress(String host) {
        var destination = Destination.parse(host, 80).orElseThrow();

        assertThat(policy.byName(destination)).isEqualTo(new EgressPolicy.ByName.Refused(Refusal.NOT_AN_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a:0",
                "a:65536",
                "a:-1",
                "a:8o",
                "a b",
                "user@host",
                "[::1",
                "[::1]x",
                "[fe80::1%eth0]",
                "a..b",
                "-a",
                "ⓛocalhost",
                "127。0。0。1",
                "%6cocalhost",
                "a/b",
                "[1.2.3.4]x:80",
                "a\r\nb"
            })
    void readsNothingOdd(String authority) {
        assertThat(Destination.parse(authority, 80)).isEmpty();
    }

    @Test
    void namesAnOddEntryOfTheAllowList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.of(List.of("localhost")))
                .withMessageContaining("\"localhost\" is not host:port");
    }
}
