/// Tests of mail against a real mail server in the process.
@NullMarked
package se.troskel.controller.mail;

import org.jspecify.annotations.NullMarked;
