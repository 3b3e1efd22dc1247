package org.sise.server;

import org.sise.server.house.EngineInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class SiseApplication {

    /**
     * Starts the server, with embedded engines where no others are set.
     *
     * @param arguments settings as {@code --name=value}
     */
    public static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(SiseApplication.class);
        application.addInitializers(new EngineInitializer(false));
        return application.run(arguments);
    }
}
