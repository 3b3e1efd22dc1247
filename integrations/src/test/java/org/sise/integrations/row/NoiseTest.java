package org.sise.integrations.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sise.integrations.descriptor.FeedFormat;

class NoiseTest {

    private static final FeedFormat.Csv CSV = new FeedFormat.Csv(UTF_8, ',');

    @Property
    void anyBytesAtAllAreReadToTheirEndWithoutHarm(@ForAll byte[] noise) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n1,2\n".getBytes(UTF_8));
        bytes.writeBytes(noise);
        Path file = Files.createTempFile("noise", ".csv");
        try {
            Files.write(file, bytes.toByteArray());
            try (RowSource source = RowSource.open(file, CSV, Set.of("a"))) {
                List<Row> rows = new ArrayList<>();
                for (Row row = source.next(); row != null; row = source.next()) {
                    rows.add(row);
                }
                assertThat(rows.getFirst().cells()).containsExactly("1", "2");
            }
        } catch (FileFault refused) {
            assertThat(refused.reason()).isEqualTo(Reason.WRONG_CHARSET);
        } finally {
            Files.delete(file);
        }
    }
}
