package se.troskel.hardware.qr;

import java.util.Arrays;
import java.util.Random;

/// What happens to a code between the sheet or the phone and the camera. A frame of mid-gray holds
/// the code in its middle; every step makes a new frame, and the same seed the same frame.
final class Darkroom {
    private static final int BACKGROUND = 200;

    private final int width;
    private final int height;
    private final double[] light;

    private Darkroom(int width, int height, double[] light) {
        this.width = width;
        this.height = height;
        this.light = light;
    }

    /// A frame without a code.
    static Darkroom empty(int width, int height) {
        double[] light = new double[width * height];
        Arrays.fill(light, BACKGROUND);
        return new Darkroom(width, height, light);
    }

    /// A frame with the code of `text`, quiet zone included `side` of the frame's height, turned by
    /// `degrees` and slanted by `shear`.
    static Darkroom frame(String text, Framing framing) {
        QrMatrix code = QrPictures.encode(text);
        Darkroom frame = empty(framing.width, framing.height);
        int modules = code.size() + 2 * QrMatrix.QUIET_ZONE;
        double scale = framing.height * framing.side / modules;
        double cos = Math.cos(Math.toRadians(framing.degrees));
        double sin = Math.sin(Math.toRadians(framing.degrees));
        for (int y = 0; y < framing.height; y++) {
            for (int x = 0; x < framing.width; x++) {
                double fromX = (x + 0.5 - framing.width / 2.0) / scale;
                double fromY = (y + 0.5 - framing.height / 2.0) / scale;
                double turnedX = fromX * cos + fromY * sin;
                double turnedY = fromY * cos - fromX * sin;
                int moduleX = (int) Math.floor(turnedX - framing.shear * turnedY + modules / 2.0);
                int moduleY = (int) Math.floor(turnedY + modules / 2.0);
                boolean paper =
                        moduleX >= 0 && moduleY >= 0 && moduleX < modules && moduleY < modules;
                if (paper) {
                    int codeX = moduleX - QrMatrix.QUIET_ZONE;
                    int codeY = moduleY - QrMatrix.QUIET_ZONE;
                    boolean inside =
                            codeX >= 0 && codeY >= 0 && codeX < code.size() && codeY < code.size();
                    boolean dark = inside && code.isDark(codeX, codeY);
                    frame.light[y * framing.width + x] = dark ? 10 : 245;
                }
            }
        }
        return frame;
    }

    /// How a code lies in a frame.
    record Framing(int width, int height, double side, double degrees, double shear) {
        static final Framing VGA = new Framing(640, 480, 0.6, 0, 0);

        Framing turned(double byDegrees) {
            return new Framing(width, height, side, byDegrees, shear);
        }

        Framing slanted(double byShear) {
            return new Framing(width, height, side, degrees, byShear);
        }

        Framing sized(double newSide) {
            return new Framing(width, height, newSide, degrees, shear);
        }
    }

    /// Every value times `gain` plus `offset`.
    Darkroom exposed(double gain, double offset) {
        return each((x, y) -> at(x, y) * gain + offset);
    }

    /// A phone in dark mode.
    Darkroom inverted() {
        return exposed(-1, 255);
    }

    /// Gaussian noise.
    Darkroom noisy(double deviation, long seed) {
        Random random = new Random(seed);
        return each((x, y) -> at(x, y) + random.nextGaussian() * deviation);
    }

    /// The mean of `size` by `size` pixels.
    Darkroom blurred(int size) {
        return each((x, y) -> {
            double sum = 0;
            for (int dy = -size / 2; dy <= size / 2; dy++) {
                for (int dx = -size / 2; dx <= size / 2; dx++) {
                    sum += at(x + dx, y + dy);
                }
            }
            return sum / (size * size);
        });
    }

    /// A lamp mirrored in the glass: a white ellipse at a place given as parts of the frame, with
    /// half axes as parts of its height.
    Darkroom glare(double centreX, double centreY, double halfAxis) {
        return each((x, y) -> {
            double dx = (x - centreX * width) / (halfAxis * height);
            double dy = (y - centreY * height) / (halfAxis * height * 0.6);
            double distance = dx * dx + dy * dy;
            return distance < 1 ? 255 : at(x, y);
        });
    }

    /// Cracks of `thickness` pixels over the whole glass.
    Darkroom cracked(int cracks, double thickness, long seed) {
        Random random = new Random(seed);
        double[] angle = random.doubles(cracks, 0, Math.PI).toArray();
        double[] offset = random.doubles(cracks, -0.25, 0.25).toArray();
        return each((x, y) -> {
            for (int i = 0; i < cracks; i++) {
                double across =
                        (x - width / 2.0) * Math.sin(angle[i])
                                - (y - height / 2.0) * Math.cos(angle[i])
                                - offset[i] * height;
                if (Math.abs(across) < thickness / 2) {
                    return 40;
                }
            }
            return at(x, y);
        });
    }

    /// Paper that was in a pocket: waves of `amplitude` pixels, and their shadows.
    Darkroom crumpled(double amplitude, double waveLength) {
        return each((x, y) -> {
            double wave = 2 * Math.PI / waveLength;
            double shiftX = amplitude * Math.sin(y * wave);
            double shiftY = amplitude * Math.sin(x * wave * 0.8);
            double shadow = 0.85 + 0.15 * Math.cos((x + y) * wave);
            return at((int) Math.round(x + shiftX), (int) Math.round(y + shiftY)) * shadow;
        });
    }

    GrayPicture picture() {
        byte[] luminance = new byte[light.length];
        for (int i = 0; i < light.length; i++) {
            luminance[i] = (byte) Math.clamp(Math.round(light[i]), 0, 255);
        }
        return new GrayPicture(width, height, luminance);
    }

    private double at(int x, int y) {
        return light[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    private Darkroom each(Pixel pixel) {
        double[] next = new double[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                next[y * width + x] = pixel.at(x, y);
            }
        }
        return new Darkroom(width, height, next);
    }

    private interface Pixel {
        double at(int x, int y);
    }
}
