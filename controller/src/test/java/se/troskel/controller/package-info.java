/// The controller as a whole: real keys, register, journal and web server on simulated devices.
@NullMarked
package se.troskel.controller;

import org.jspecify.annotations.NullMarked;
