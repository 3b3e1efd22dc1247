package org.sise.server.house;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The house without pages, feeds and background work, for one call of the command line. Uses the engines of a server that
 * runs on the same data folder; starts them where none does.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HouseSettings.class)
@Import({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    LedgerConfiguration.class,
    GraphConfiguration.class,
    SupervisionConfiguration.class
})
public class Offline {

    /** Opens it; whoever opens it closes it. */
    public static ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(Offline.class)
                .web(WebApplicationType.NONE)
                .initializers(new EngineInitializer(true))
                .logStartupInfo(false)
                .properties("spring.main.lazy-initialization=true")
                .run("--logging.threshold.console=OFF");
    }
}
