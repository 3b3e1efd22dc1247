package org.sise.server.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.house.Offline;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.sise.server.security.Role;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account}: who may sign in. */
@Command(name = "account", description = "账户 / accounts", subcommands = AccountCommand.Add.class)
final class AccountCommand {

    /** {@code account add NAME}: adds an account or gives it a new password. */
    @Command(name = "add", description = "新增账户或重设其密码 / adds an account, or gives it new roles and a new password")
    static final class Add implements Callable<Integer> {

        private static final int SHORTEST_PASSWORD = 8;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "登录名 / the name to sign in with")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                description = "角色, 可重复 / role, may be repeated: regulator, officer, policy-maker, approver, company,"
                        + " department, auditor")
        private List<String> roles = List.of();

        @Option(names = "--title", description = "显示名 / the name to show")
        private @Nullable String title;

        @Option(names = "--code", description = "企业账户的统一社会信用代码 / a company account's credit code")
        private @Nullable String code;

        @Option(
                names = "--certificate",
                description = "执法人员的执法证号, 扫码入企须有 / an officer's certificate, needed to scan at doors")
        private @Nullable String certificate;

        @Option(
                names = "--password",
                interactive = true,
                arity = "0..1",
                required = true,
                description = "密码, 至少8位; 不写则提示输入 / password, asked for when not given")
        private char[] password = {};

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            if (password.length < SHORTEST_PASSWORD) {
                throw new ParameterException(spec.commandLine(), "--password: 至少8位 / at least 8 characters");
            }
            try (ConfigurableApplicationContext house = Offline.open()) {
                new Accounts(
                                house.getBean(DataSource.class),
                                PasswordEncoderFactories.createDelegatingPasswordEncoder())
                        .add(account(), new String(password));
            }
            out.println("已保存 / saved: " + name);
            return 0;
        }

        private Account account() {
            Set<Role> found = EnumSet.noneOf(Role.class);
            for (String role : roles) {
                try {
                    found.add(Role.ofToken(role));
                } catch (IllegalArgumentException e) {
                    throw new ParameterException(spec.commandLine(), "--role: " + e.getMessage(), e);
                }
            }
            String business = code == null ? null : new CreditCode(code).value();
            if (found.contains(Role.COMPANY) && business == null) {
                throw new ParameterException(spec.commandLine(), "--code: 企业账户必填 / a company account needs it");
            }
            if (certificate != null && !found.contains(Role.OFFICER)) {
                throw new ParameterException(
                        spec.commandLine(), "--certificate: 只用于执法人员 / is for the role officer only");
            }
            String shown = title == null ? name : title;
            return new Account(name, found, shown, shown, business, certificate, true);
        }
    }
}
