package org.sise.server.house;

import java.io.IOException;
import java.net.URI;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphSettings;
import org.sise.graph.neighbourhood.Neighbourhoods;
import org.sise.graph.projection.GraphCheck;
import org.sise.graph.projection.GraphProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The graph, and the key by which persons are known in it. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    @Bean
    PersonKeys personKeys(HouseSettings settings) throws IOException {
        return new PersonKeys(new Secrets(settings.secrets()).read("person-keys"));
    }

    @Bean(destroyMethod = "close")
    Driver driver(HouseSettings settings) {
        HouseSettings.Neo4j neo4j = settings.neo4j();
        if (neo4j.uri() == null) {
            throw new IllegalStateException("sise.neo4j.uri 未设置 / is not set");
        }
        return new GraphSettings(
                        URI.create(neo4j.uri()), neo4j.user() == null ? "neo4j" : neo4j.user(), neo4j.password())
                .openDriver();
    }

    @Bean
    GraphProjection graphProjection(Driver driver, DataSource dataSource, PersonKeys personKeys) {
        return new GraphProjection(driver, dataSource, personKeys);
    }

    @Bean
    GraphCheck graphCheck(Driver driver, DataSource dataSource, PersonKeys personKeys) {
        return new GraphCheck(driver, dataSource, personKeys);
    }

    @Bean
    Neighbourhoods neighbourhoods(Driver driver) {
        return new Neighbourhoods(driver);
    }
}
