/// Tests of the uplink, with a broker in memory and with Mosquitto.
@NullMarked
package se.troskel.controller.uplink;

import org.jspecify.annotations.NullMarked;
