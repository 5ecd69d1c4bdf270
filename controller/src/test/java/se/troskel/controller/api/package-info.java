/// Tests of the local API.
@NullMarked
package se.troskel.controller.api;

import org.jspecify.annotations.NullMarked;
