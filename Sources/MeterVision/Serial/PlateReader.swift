/// Reads the plate around a counter window.
final class PlateReader {
    /// The serial on the plate around a window.
    func serial(around window: Quad, in photo: CleanPhoto, registered: String?) -> PlateResult { .notRead }
}
