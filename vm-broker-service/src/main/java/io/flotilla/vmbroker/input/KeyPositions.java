package io.flotilla.vmbroker.input;

import java.util.HashMap;
import java.util.Map;

/** Where keys lie: {@code KeyboardEvent.code} to the keycode of a PC keyboard under X (the kernel's number and 8). */
final class KeyPositions {
    /** Codes in the order of the kernel's numbers from 1 on; a dash where there is none. */
    private static final String KERNEL_ORDER = """
            Escape Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal Backspace Tab
            KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Enter ControlLeft
            KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backquote ShiftLeft Backslash
            KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash ShiftRight NumpadMultiply AltLeft Space CapsLock
            F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NumLock ScrollLock
            Numpad7 Numpad8 Numpad9 NumpadSubtract Numpad4 Numpad5 Numpad6 NumpadAdd
            Numpad1 Numpad2 Numpad3 Numpad0 NumpadDecimal - - IntlBackslash F11 F12 IntlRo - - Convert KanaMode NonConvert -
            NumpadEnter ControlRight NumpadDivide PrintScreen AltRight - Home ArrowUp PageUp ArrowLeft ArrowRight End
            ArrowDown PageDown Insert Delete - - - - - NumpadEqual - Pause - NumpadComma Lang1 Lang2 IntlYen
            MetaLeft MetaRight ContextMenu
            """;

    private static final int X_OFFSET = 8;
    private static final Map<String, Integer> BY_CODE = byCode();

    private KeyPositions() {}

    /** 0 for a code no PC keyboard has. */
    static int keycode(String code) {
        return BY_CODE.getOrDefault(code, 0);
    }

    private static Map<String, Integer> byCode() {
        var codes = KERNEL_ORDER.strip().split("\\s+", -1);
        var positions = new HashMap<String, Integer>();
        for (int index = 0; index < codes.length; index++) {
            if (!codes[index].equals("-")) {
                positions.put(codes[index], index + 1 + X_OFFSET);
            }
        }
        return Map.copyOf(positions);
    }
}
