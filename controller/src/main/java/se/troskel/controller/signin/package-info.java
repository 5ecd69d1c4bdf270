/// Logging in to the staff pages with the organisation's own accounts: OpenID Connect,
/// authorization code flow with PKCE. Everything that asks the provider blocks for a bounded time
/// and belongs to the web server's threads, never to the site loop.
@NullMarked
package se.troskel.controller.signin;

import org.jspecify.annotations.NullMarked;
