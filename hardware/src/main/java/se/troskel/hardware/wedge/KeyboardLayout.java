package se.troskel.hardware.wedge;

/// The layout that the terminal's operating system gives to a scanner which types as on a US
/// keyboard. Each is written as its keys in the order of the US keyboard, unshifted and shifted; a
/// space stands for a dead key, whose character never arrives.
public enum KeyboardLayout {
    US(Keys.US, Keys.US_SHIFTED),
    SWEDISH(
            "1234567890+ qwertyuiopå asdfghjklöä'zxcvbnm,.-",
            "!\"#¤%&/()=? QWERTYUIOPÅ ASDFGHJKLÖÄ*ZXCVBNM;:_"),
    FRENCH(
            "&é\"'(-è_çà)=azertyuiop $qsdfghjklmù*wxcvbn,;:!",
            "1234567890°+AZERTYUIOP £QSDFGHJKLM%µWXCVBN?./§"),
    BELGIAN(
            "&é\"'(§è!çà)-azertyuiop $qsdfghjklmùµwxcvbn,;:=",
            "1234567890°_AZERTYUIOP *QSDFGHJKLM%£WXCVBN?./+");

    private final String keys;

    KeyboardLayout(String unshifted, String shifted) {
        keys = unshifted + shifted;
    }

    /// What the scanner meant when this layout made `typed` of it. A character that is on no key is
    /// left as it is.
    char meant(char typed) {
        int key = typed == ' ' ? -1 : keys.indexOf(typed);
        return key < 0 ? typed : (Keys.US + Keys.US_SHIFTED).charAt(key);
    }

    /// The US keyboard, row by row, without its 102nd key.
    private static final class Keys {
        static final String US = "1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./";
        static final String US_SHIFTED = "!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?";
    }
}
