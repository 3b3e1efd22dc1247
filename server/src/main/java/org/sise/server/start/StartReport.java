package org.sise.server.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.sise.core.grade.Grade;
import org.sise.server.house.HouseSettings;
import org.sise.server.security.AccessSettings;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.sise.server.security.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** What a person who started the server sees: the addresses, the demo city's progress, the demo accounts. */
@Component
public class StartReport {

    private static final long LOOK_EVERY = 1_000;

    private final ServletWebServerApplicationContext server;
    private final ObjectProvider<DemoRun> demo;
    private final HouseState state;
    private final HouseSettings settings;
    private final AccessSettings access;
    private final Accounts accounts;

    StartReport(
            ServletWebServerApplicationContext server,
            ObjectProvider<DemoRun> demo,
            HouseState state,
            HouseSettings settings,
            AccessSettings access,
            Accounts accounts) {
        this.server = server;
        this.demo = demo;
        this.state = state;
        this.settings = settings;
        this.access = access;
        this.accounts = accounts;
    }

    /** Puts the demo city through the feeds where there is one to come, and returns when everything is graded. */
    public void run(PrintWriter out) throws IOException, InterruptedException {
        long began = System.nanoTime();
        DemoRun city = demo.getIfAvailable();
        if (city != null && city.prepare(done -> show(out, "演示城市 / demo city: %,d".formatted(done)))) {
            city.deliverRegister();
            await(out, HouseState.Look::isRead);
            city.deliverOthers();
            await(out, HouseState.Look::isQuiet);
            city.bindCompany();
            out.printf("%n演示城市已就绪, 用时 %d 秒 / the demo city is ready after %d s%n", seconds(began), seconds(began));
        }
        addresses(out);
    }

    private void await(PrintWriter out, Predicate<HouseState.Look> reached) throws InterruptedException {
        HouseState.Look look = state.look();
        while (!reached.test(look)) {
            show(out, look.line());
            Thread.sleep(LOOK_EVERY);
            look = state.look();
        }
        show(out, look.line());
    }

    private void addresses(PrintWriter out) {
        String address = "http://localhost:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
        Map<Grade, Long> graded = state.look().graded();
        out.printf(
                "%n蓝 blue %,d · 黄 yellow %,d · 橙 orange %,d · 红 red %,d%n",
                graded.get(Grade.BLUE), graded.get(Grade.YELLOW), graded.get(Grade.ORANGE), graded.get(Grade.RED));
        out.printf("%n页面 pages      %s/%n接口 API        %s/api/docs%n", address, address);
        out.printf("数据文件夹 data  %s%n", settings.data().toAbsolutePath().normalize());
        out.printf("投递文件 inbox   %s%n", settings.inbox().toAbsolutePath().normalize());
        if (access.demo()) {
            out.printf("%n演示账户 demo accounts, 密码 password %s:%n", access.demoPassword());
            for (Account account : accounts.demoAccounts()) {
                for (Role role : account.roles()) {
                    out.printf("  %-14s %s / %s%n", account.name(), role.zh(), role.en());
                }
            }
        }
        out.printf("%n按 Ctrl-C 停止 / Ctrl-C stops it%n");
        out.flush();
    }

    private static void show(PrintWriter out, String line) {
        out.print("\r" + line + "    ");
        out.flush();
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000L;
    }
}
