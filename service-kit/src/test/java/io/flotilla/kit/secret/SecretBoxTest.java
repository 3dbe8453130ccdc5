package io.flotilla.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final Secret KEY = Secret.random();
    private final SecretBox box = new SecretBox(List.of(KEY));

    @Test
    void opensWhatItSealed() {
        var sealed = box.seal("user/1", Secret.of("sk_geheim ü"));

        assertThat(box.open("user/1", sealed)).contains(Secret.of("sk_geheim ü"));
        assertThat(sealed).startsWith("v1.").doesNotContain("geheim");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(box.seal("a", Secret.of("x"))).isNotEqualTo(box.seal("a", Secret.of("x")));
    }

    @Test
    void doesNotOpenElsewhere() {
        assertThat(box.open("user/2", box.seal("user/1", Secret.of("x")))).isEmpty();
    }

    @Test
    void noticesEveryAlteration() {
        var sealed = box.seal("a", Secret.of("secret"));
        for (int at = 0; at < sealed.length(); at++) {
            var other = sealed.charAt(at) == 'A' ? 'Q' : 'A';
            var altered = sealed.substring(0, at) + other + sealed.substring(at + 1);
            // The last character of base64 may have bits that mean nothing.
            if (at < sealed.length() - 1) {
                assertThat(box.open("a", altered)).as(altered).isEmpty();
            }
        }
        assertThat(box.open("a", "")).isEmpty();
        assertThat(box.open("a", "v1.x.!")).isEmpty();
        assertThat(box.open("a", sealed + ".more")).isEmpty();
    }

    @Test
    void opensWithEarlierKeysAndSealsWithTheNewest() {
        var newest = Secret.random();
        var rotated = new SecretBox(List.of(newest, KEY));

        assertThat(rotated.open("a", box.seal("a", Secret.of("old")))).contains(Secret.of("old"));
        assertThat(box.open("a", rotated.seal("a", Secret.of("new")))).isEmpty();
        assertThat(new SecretBox(List.of(newest)).open("a", rotated.seal("a", Secret.of("new"))))
                .contains(Secret.of("new"));
    }

    @Test
    void wantsARealKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox(List.of(Secret.of("short"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretBox(List.of()));
    }

    @Test
    void keepsASecretInAFileOfItsOwn(@TempDir Path directory) throws Exception {
        var file = directory.resolve("deep").resolve("key");

        var made = SecretFile.at(file);

        assertThat(SecretFile.at(file)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
