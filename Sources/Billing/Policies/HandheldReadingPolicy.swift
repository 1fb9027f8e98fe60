extension HandheldReading.Policy {
    /// Within an hour; a clock may be two minutes ahead.
    ///
    /// Ours: point 2 says that readings are transferred at once [anlık], without a figure; an hour leaves room for a cellar
    /// without a network.
    public static let shipped = HandheldReading.Policy(checked: "handheld-2026.1", 3_600, 120)
}
