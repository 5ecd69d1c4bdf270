package se.troskel.hardware.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Any file is either a picture or refused. What is read is written and read again.
class GrayPngFuzzTest {
    @FuzzTest
    void anyFileIsAPictureOrRefused(byte[] file) {
        GrayPicture picture;
        try {
            picture = GrayPng.read(file);
        } catch (UnreadablePictureException refused) {
            return;
        }
        assertThat(GrayPng.read(GrayPng.write(picture)).luminance()).isEqualTo(picture.luminance());
    }
}
