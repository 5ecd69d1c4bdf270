/// Tests of logging in with an organisation's own accounts, against providers on real sockets.
@NullMarked
package se.troskel.controller.signin;

import org.jspecify.annotations.NullMarked;
