package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.integrations.descriptor.Secret;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentComesBeforeTheFile() throws Exception {
        FetchHouse.secret(folder, "A", "from the file");
        assertThat(new Secrets(Map.of(), folder).value(new Secret("A"))).isEqualTo("from the file");
        assertThat(new Secrets(Map.of("SISE_SECRET_A", "from outside"), folder).value(new Secret("A")))
                .isEqualTo("from outside");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws Exception {
        Path file = FetchHouse.secret(folder, "A", "x");
        for (String mode : new String[] {"rw-r-----", "rw----r--"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> new Secrets(Map.of(), folder).value(new Secret("A")))
                    .hasMessageContaining("chmod 600");
        }
    }

    @Test
    void aSecretThatIsNotSuppliedIsToldWithItsTwoPlaces() {
        assertThatThrownBy(() -> new Secrets(Map.of(), folder).value(new Secret("GONE")))
                .hasMessageContaining("SISE_SECRET_GONE")
                .hasMessageContaining(folder.resolve("GONE").toString());
    }

    @Test
    void whatWasGivenOutIsBlottedOutOfMessages() throws Exception {
        Secrets secrets = new Secrets(Map.of("SISE_SECRET_A", "s3cret"), folder);
        secrets.value(new Secret("A"));
        assertThat(secrets.veil("token s3cret is wrong")).isEqualTo("token *** is wrong");
    }
}
