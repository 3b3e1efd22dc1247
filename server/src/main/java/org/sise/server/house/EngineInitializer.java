package org.sise.server.house;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.sise.engines.Engines;
import org.sise.engines.RunningEngines;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts embedded engines where {@code spring.datasource.url} and {@code sise.neo4j.uri} are not set, and stops them
 * after the server. Where only one is set, the other one is still embedded.
 */
public final class EngineInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DATABASE = "spring.datasource.url";
    private static final String GRAPH = "sise.neo4j.uri";

    private final boolean shared;

    /**
     * For one application.
     *
     * @param shared whether engines that another process runs on the same data folder serve as well
     */
    public EngineInitializer(boolean shared) {
        this.shared = shared;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean database = environment.containsProperty(DATABASE);
        boolean graph = environment.containsProperty(GRAPH);
        if (database && graph) {
            return;
        }
        Path data = Path.of(environment.getProperty("sise.data", "data"));
        RunningEngines running = shared ? Engines.running(data).orElse(null) : null;
        Map<String, Object> found;
        if (running != null) {
            found = addresses(running.jdbcUrl(), running.user(), running.boltUri());
        } else {
            Engines engines = Engines.start(data);
            // Registered before every other bean, so destroyed after every other one.
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("engines", engines);
            beans.registerDisposableBean("engines", engines::close);
            SpringApplication.getShutdownHandlers().add(engines::close);
            found = addresses(
                    engines.postgres().jdbcUrl(),
                    engines.postgres().user(),
                    engines.neo4j().boltUri());
        }
        if (database) {
            found.keySet().removeIf(name -> name.startsWith("spring."));
        }
        if (graph) {
            found.remove(GRAPH);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded-engines", found));
    }

    private static Map<String, Object> addresses(String jdbcUrl, String user, String boltUri) {
        Map<String, Object> addresses = new HashMap<>();
        addresses.put(DATABASE, jdbcUrl);
        addresses.put("spring.datasource.username", user);
        addresses.put("spring.datasource.password", "");
        addresses.put(GRAPH, boltUri);
        return addresses;
    }
}
