package se.troskel.controller.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.confirmation.ConfirmationMail;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.mail.MailRun;
import se.troskel.controller.mail.MailServer;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.protocol.AccessSystemException;

/// Sends confirmations on a thread of its own, one sitting after the other. What the server took is
/// in the register; what waits or failed is known as long as this runs, and is sent again only when
/// somebody asks. Thread-safe; nothing but closing blocks.
public final class ConfirmationPost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfirmationPost.class);
    private static final int BATCHES_MAX = 64;
    private static final Duration STOP = Duration.ofSeconds(2);

    private final MailServer server;
    private final Register register;
    private final InstantSource wall;
    private final BlockingQueue<List<Letter>> waiting = new ArrayBlockingQueue<>(BATCHES_MAX);
    private final Map<String, MailFate> fates = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closing;

    /// A mail on its way.
    ///
    /// @param to address
    /// @param ticket id of the ticket in it
    record Letter(Confirmation told, String to, String ticket) {
        String registration() {
            return told.to().registration();
        }

        /// Without the address.
        @Override
        public String toString() {
            return "Letter[" + registration() + "]";
        }
    }

    public ConfirmationPost(MailServer server, Register register, InstantSource wall) {
        this.server = server;
        this.register = register;
        this.wall = wall;
        this.thread = Thread.ofPlatform().name("mail").daemon().start(this::work);
    }

    /// Takes letters to send; who waits already does not get another.
    ///
    /// @return how many were taken; null when too much waits already, and nothing was taken
    synchronized @Nullable Integer take(List<Letter> letters) {
        if (waiting.remainingCapacity() == 0) {
            return null;
        }
        List<Letter> fresh =
                letters.stream()
                        .filter(one -> fates.get(one.registration()) != MailFate.WAITING)
                        .toList();
        fresh.forEach(one -> fates.put(one.registration(), MailFate.WAITING));
        if (!fresh.isEmpty()) {
            waiting.add(fresh);
        }
        return fresh.size();
    }

    /// What is newer than the register; null for nothing.
    @Nullable MailFate fate(String registration) {
        return fates.get(registration);
    }

    private void work() {
        while (!closing) {
            try {
                send(waiting.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(List<Letter> letters) {
        MailFate all = null;
        try (MailRun run = server.run()) {
            for (Letter one : letters) {
                if (closing) {
                    return;
                }
                MailFate fate = all == null ? run.send(one.to(), message(one)) : all;
                if (fate.isOfServer()) {
                    all = fate == MailFate.UNSURE ? MailFate.UNREACHABLE : fate;
                }
                note(one, fate);
            }
        }
        long failed = letters.stream().filter(one -> fates.containsKey(one.registration())).count();
        LOG.info("Confirmations: {} to be mailed, {} were not", letters.size(), failed);
    }

    private byte[] message(Letter one) {
        return ConfirmationMail.message(one.told(), server.how().from(), wall.instant());
    }

    private void note(Letter one, MailFate fate) {
        if (fate != MailFate.SENT) {
            fates.put(one.registration(), fate);
            return;
        }
        try {
            register.edit(new RegisterEdit.TicketMailed(one.ticket(), wall.instant()));
            fates.remove(one.registration());
        } catch (AccessSystemException e) {
            fates.put(one.registration(), fate);
            LOG.error("A sent confirmation is not in the register: {}", e.getMessage());
        }
    }

    /// Lets the mail be finished that is under way, for a short while. The thread is not
    /// interrupted: that would close the register's file under its hands.
    @Override
    public void close() {
        closing = true;
        boolean _ = waiting.offer(List.of());
        try {
            boolean _ = thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
