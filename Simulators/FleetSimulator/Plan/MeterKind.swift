/// How a meter counts and is paid; the raw value is its name in scenario files.
public enum MeterKind: String, CaseIterable, Hashable, Sendable {
    /// A mechanical meter (körüklü sayaç), read by a reader, billed afterwards.
    case diaphragm
    /// A prepaid meter (ön ödemeli sayaç) with a card and a valve.
    case prepaid
    /// A meter with a volume corrector (otomatik hacim düzeltici).
    case corrector
}
