/// What holds for the whole repository: directions between modules, who may use which library, and
/// the documents that name tests.
@NullMarked
package se.troskel.simulation.architecture;

import org.jspecify.annotations.NullMarked;
