package se.troskel.kiosk.sound;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.kiosk.flow.Cue;

/// Plays on the machine's sound output, on one thread of its own; a machine without one stays
/// silent, which the log says once. At most two cues wait; more are dropped.
public final class SpeakerSounds implements Sounds, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeakerSounds.class);
    private static final AudioFormat FORMAT =
            new AudioFormat(Tones.SAMPLE_RATE, Short.SIZE, 1, true, false);
    private static final int WAITING_MAX = 2;

    private final ExecutorService player =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().daemon().name("sounds").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private volatile boolean broken;

    @Override
    public void play(Cue cue) {
        if (!broken) {
            player.execute(() -> sound(cue));
        }
    }

    @Override
    public void close() {
        player.shutdownNow();
    }

    private void sound(Cue cue) {
        byte[] samples = Tones.samples(cue);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            broken = true;
            LOG.warn("no sound output, the terminal stays silent: {}", e.getMessage());
        }
    }
}
