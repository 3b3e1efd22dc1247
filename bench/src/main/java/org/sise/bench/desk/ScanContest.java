package org.sise.bench.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sise.bench.policy.PolicyContest;
import org.sise.core.code.CreditCode;
import org.sise.engines.postgres.PostgresEngine;
import org.sise.supervision.entry.BusinessSign;

/**
 * An officer scans business after business at the shipped server, beside an endpoint that asks the same database two plain
 * questions and keeps nothing, and beside pgbench with these two questions alone. Of five businesses one is to be visited.
 * Gate: of a thousand signs exactly those that are to be visited open, and each of them once.
 *
 * @param businesses how many businesses
 * @param seconds how long a side is asked in a round
 * @param rounds how many counted rounds, after those that warm up
 * @param work a folder for the database
 */
public record ScanContest(int businesses, int seconds, int rounds, Path work) {

    private static final String CERTIFICATE = "LN00001";
    private static final String COLLEAGUE = "LN00002";
    private static final String PASSWORD = "bench-officer";
    private static final int VISITED = 5;
    private static final int CLIENTS = 16;

    /** Rounds in which both servers are compiled by their virtual machines: on two cores the larger one takes minutes. */
    private static final int WARM = 8;

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");

    /** Runs and prints. */
    public void run() throws Exception {
        System.out.printf("%n## scans, %,d businesses%n", businesses);
        Path folder = Files.createTempDirectory(Files.createDirectories(work), "scan");
        try (PostgresEngine engine = PostgresEngine.start(folder.resolve("postgres"));
                House house = new House(engine, folder)) {
            List<String> signs = fill(engine);
            Path signFile = Files.write(folder.resolve("signs.txt"), signs);
            house.call(
                    "account",
                    "add",
                    "bench",
                    "--role",
                    "officer",
                    "--certificate",
                    CERTIFICATE,
                    "--password",
                    PASSWORD);
            Officers officer = new Officers(house.address());
            officer.signIn("bench", PASSWORD);
            gate(officer, signs);
            Path script = Files.writeString(folder.resolve("scan.lua"), """
                local requests = {}
                init = function()
                    local headers = { ["Content-Type"] = "application/json", ["Cookie"] = os.getenv("COOKIE"),
                        ["X-CSRF-TOKEN"] = os.getenv("TOKEN") }
                    for sign in io.lines(os.getenv("SIGNS")) do
                        requests[#requests + 1] =
                            wrk.format("POST", os.getenv("PLACE"), headers, '{"text": "' .. sign .. '"}')
                    end
                end
                request = function() return requests[math.random(#requests)] end
                """);
            Map<String, String> environment = Map.of(
                    "SIGNS", signFile.toString(),
                    "COOKIE", officer.cookie(),
                    "TOKEN", officer.csrf(),
                    "PLACE", "/api/v1/entry/sign");
            contest(engine, house, script, environment, folder);
        } finally {
            PolicyContest.delete(folder);
        }
    }

    private void contest(PostgresEngine engine, House house, Path script, Map<String, String> environment, Path folder)
            throws Exception {
        Map<String, List<Wrk.Seen>> seen = new LinkedHashMap<>();
        try (BareEndpoint bare = new BareEndpoint(engine.jdbcUrl(), engine.user(), engine.password())) {
            for (int round = -WARM; round < rounds; round++) {
                Map<String, Wrk.Seen> of = new LinkedHashMap<>();
                of.put("ours", Wrk.run(house.address(), script, seconds, environment));
                of.put("two queries", Wrk.run(bare.address(), script, seconds, environment));
                if (round >= 0) {
                    of.put("pgbench", pgbench(engine, folder));
                    of.forEach((side, one) ->
                            seen.computeIfAbsent(side, _ -> new ArrayList<>()).add(one));
                }
            }
        }
        print(seen);
    }

    private static void print(Map<String, List<Wrk.Seen>> seen) {
        List<Wrk.Seen> ours = seen.getOrDefault("ours", List.of());
        System.out.println(
                "| side | a second | p50, ms | p99, ms | ours, times |\n| --- | ---: | ---: | ---: | ---: |");
        seen.forEach((side, all) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                ratios.add(ours.get(i).rate() / all.get(i).rate());
            }
            System.out.printf(
                    "| %s | %,.0f | %.1f | %.1f | %.2f |%n",
                    side,
                    Figures.median(all.stream().map(Wrk.Seen::rate).toList()),
                    Figures.median(all.stream().map(Wrk.Seen::p50).toList()),
                    Figures.median(all.stream().map(Wrk.Seen::p99).toList()),
                    Figures.median(ratios));
        });
    }

    private void gate(Officers officer, List<String> signs) throws IOException, InterruptedException {
        int green = 0;
        for (int i = 0; i < Math.min(1000, businesses); i++) {
            int first = officer.scan(signs.get(i));
            int expected = i % VISITED == 0 ? 200 : 422;
            if (first != expected || officer.scan(signs.get(i)) != 422) {
                throw new IllegalStateException("gate: the sign of business " + i + " gives " + first);
            }
            green += first == 200 ? 1 : 0;
        }
        System.out.printf("gate: %,d of the first signs open, each once; the others are refused%n", green);
    }

    /** Fills the house's tables and gives every business's sign. */
    private List<String> fill(PostgresEngine engine) throws SQLException, IOException {
        List<String> signs = new ArrayList<>(businesses);
        try (Connection connection = DriverManager.getConnection(engine.jdbcUrl(), engine.user(), engine.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'Asia/Shanghai'");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy ledger.business (code, name, region, status, established, record_id) from stdin");
            for (int i = 0; i < businesses; i++) {
                CreditCode code = BenchCodes.code(i);
                signs.add(BusinessSign.of(code));
                byte[] line = "%s\t某某商贸有限公司%d\t210112\toperating\t2015-01-01\t0%n"
                        .formatted(code.value(), i)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
            }
            copy.endCopy();
            statement.execute("""
                insert into ledger.standing (subject, colour, score, urgency, grade_id, as_of, since)
                select code, 1 + (row_number() over (order by code)) % 3, 80, 0, 0, current_date, now()
                from ledger.business""");
            statement.execute("""
                insert into supervision.inspector (certificate, version, name, region, field, max_load, valid_until,
                    recorded_at, actor)
                select 'LN' || lpad(n::text, 5, '0'), 1, '员' || n, '210100', '', 100, current_date + 365, now(), 'bench'
                from generate_series(1, 2000) n""");
            statement.execute("""
                insert into supervision.visit (business, window_from, window_until, kinds, items, officers, state, created_at)
                select code, current_date, current_date, '{CLUE}', '{CI001}', '{%s,%s}', 'PLANNED', now()
                from (select code, row_number() over (order by code) - 1 as n from ledger.business) b where n %% %d = 0""".formatted(CERTIFICATE, COLLEAGUE, VISITED));
            statement.execute("create table public.bench_sign as select row_number() over (order by code) as n, code"
                    + " from ledger.business");
            statement.execute("alter table public.bench_sign add primary key (n)");
            statement.execute("vacuum analyze");
        }
        return signs;
    }

    private Wrk.Seen pgbench(PostgresEngine engine, Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("two.sql"), """
            \\set n random(1, %d)
            select b.status, b.region from public.bench_sign s join ledger.business b on b.code = s.code where s.n = :n;
            select t.colour from public.bench_sign s join ledger.standing t on t.subject = s.code where s.n = :n;
            """.formatted(businesses));
        String[] place =
                engine.jdbcUrl().substring("jdbc:postgresql://".length()).split("[:/?]", -1);
        ProcessBuilder builder = new ProcessBuilder(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c" + CLIENTS,
                        "-j1",
                        "-T" + seconds,
                        "-h",
                        place[0],
                        "-p",
                        place[1],
                        "-U",
                        engine.user(),
                        place[2])
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", engine.password());
        Process process = builder.start();
        String text = String.join("\n", process.inputReader().lines().toList());
        process.waitFor();
        Matcher rate = RATE.matcher(text);
        Matcher latency = LATENCY.matcher(text);
        if (!rate.find() || !latency.find()) {
            throw new IOException("pgbench did not tell: " + text);
        }
        double average = Double.parseDouble(latency.group(1));
        return new Wrk.Seen(Double.parseDouble(rate.group(1)), average, Double.NaN);
    }
}
