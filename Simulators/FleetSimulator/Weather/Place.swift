/// A place whose weather the fleet knows; the raw value is its name in scenario files.
public enum Place: String, CaseIterable, Hashable, Sendable {
    /// Ankara: dry, cold winters at 900 m.
    case ankara
    /// İstanbul: mild and damp, by the sea.
    case istanbul
    /// İzmir: Mediterranean.
    case izmir
    /// Erzurum: the coldest city with gas in every street, at 1,900 m.
    case erzurum
    /// Adana: hot summers, hardly a winter.
    case adana
    /// Hakkâri: mountains, at 1,700 m.
    case hakkari
}
