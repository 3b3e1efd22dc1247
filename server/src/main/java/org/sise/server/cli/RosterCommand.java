package org.sise.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sise.server.house.Offline;
import org.sise.supervision.form.FormFault;
import org.sise.supervision.form.FormImport;
import org.sise.supervision.roster.Inspectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code roster}: the certified inspectors. */
@Command(name = "roster", description = "执法人员名录 / the roster of inspectors", subcommands = RosterCommand.Import.class)
final class RosterCommand {

    /** {@code roster import FILE}: adds inspectors, or gives known ones new values. */
    @Command(
            name = "import",
            description = {
                "导入执法人员 CSV; 服务器运行时也可执行 / imports a CSV of inspectors; the server may be running",
                "列 / columns: 执法证号,姓名,区划,执法领域,最多检查户数,有效期至",
                "退出码: 0 全部导入, 1 有行被拒 / exit status: 1 when a line is refused"
            })
    static final class Import implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "CSV, UTF-8 或 GB18030 / UTF-8 or GB18030")
        private Path file;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            byte[] bytes = Files.readAllBytes(file);
            FormImport result;
            try (ConfigurableApplicationContext house = Offline.open()) {
                result = house.getBean(Inspectors.class).importFile(bytes, "command line");
            }
            out.println("新增或更新 %d 人, 未变 %d 人, 被拒 %d 行 / %d added or changed, %d unchanged, %d lines refused"
                    .formatted(
                            result.changed(),
                            result.unchanged(),
                            result.faults().size(),
                            result.changed(),
                            result.unchanged(),
                            result.faults().size()));
            for (FormFault fault : result.faults()) {
                out.println("  " + fault.message());
            }
            return result.faults().isEmpty() ? 0 : 1;
        }
    }
}
