package org.sise.integrations.fetch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What every pull needs beside its source.
 *
 * @param secrets the secrets
 * @param home the folder at which relative paths in descriptors begin
 * @param pause the waits
 * @param clock the time
 * @param random the randomness of waits
 */
record PullTools(Secrets secrets, Path home, Pause pause, Clock clock, RandomGenerator random) {}
