package org.sise.server.house;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphSettings;
import org.sise.graph.control.ControlRulesReader;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.ExposureRulesReader;
import org.sise.graph.load.ControlRun;
import org.sise.graph.load.Surroundings;
import org.sise.graph.neighbourhood.Groups;
import org.sise.graph.neighbourhood.Guards;
import org.sise.graph.neighbourhood.Neighbourhoods;
import org.sise.graph.neighbourhood.Paths;
import org.sise.graph.projection.ControlEdges;
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
    ExposureRules exposureRules() {
        return ExposureRulesReader.builtIn();
    }

    @Bean
    Guards guards(ExposureRules exposureRules) {
        return Guards.of(exposureRules, ControlRulesReader.builtIn());
    }

    @Bean
    Surroundings surroundings(Driver driver, ExposureRules rules) {
        return new Surroundings(driver, rules);
    }

    @Bean
    Neighbourhoods neighbourhoods(Driver driver, Guards guards) {
        return new Neighbourhoods(driver, guards);
    }

    @Bean
    Paths paths(Driver driver, Guards guards) {
        return new Paths(driver, guards);
    }

    @Bean
    Groups groups(Driver driver, Guards guards) {
        return new Groups(driver, guards);
    }

    @Bean
    ControlEdges controlEdges(Driver driver, DataSource dataSource) {
        return new ControlEdges(driver, dataSource);
    }

    @Bean
    ControlRun controlRun(DataSource dataSource, PersonKeys personKeys, ControlEdges edges, Clock clock) {
        return new ControlRun(dataSource, personKeys, ControlRulesReader.builtIn(), edges, clock);
    }
}
