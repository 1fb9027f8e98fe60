/// The open fonts that wheels and plates are drawn with, by the Debian package that brings each.
///
/// The order is part of what a seed means: append, never reorder.
package enum FontList {
    package static let all: [FontFile] = packages.flatMap { package, folder, names in
        names.map { FontFile(path: "\(folder)/\($0)", package: package) }
    }

    /// The packages, for the scripts that install them.
    package static let packageNames: [String] = packages.map(\.package)

    private static let packages: [(package: String, folder: String, names: [String])] = [
        (
            "fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu",
            [
                "DejaVuSans.ttf",
                "DejaVuSans-Bold.ttf",
                "DejaVuSansMono.ttf",
            ]
        ),
        (
            "fonts-dejavu-extra", "/usr/share/fonts/truetype/dejavu",
            [
                "DejaVuSansCondensed.ttf",
                "DejaVuSansCondensed-Bold.ttf",
            ]
        ),
        (
            "fonts-liberation", "/usr/share/fonts/truetype/liberation",
            [
                "LiberationSans-Regular.ttf",
                "LiberationSans-Bold.ttf",
                "LiberationSansNarrow-Regular.ttf",
                "LiberationSansNarrow-Bold.ttf",
                "LiberationMono-Regular.ttf",
            ]
        ),
        (
            "fonts-freefont-ttf", "/usr/share/fonts/truetype/freefont",
            [
                "FreeSans.ttf",
                "FreeSansBold.ttf",
                "FreeMonoBold.ttf",
            ]
        ),
        (
            "fonts-roboto-unhinted", "/usr/share/fonts/truetype/roboto/unhinted",
            [
                "RobotoTTF/Roboto-Regular.ttf",
                "RobotoTTF/Roboto-Medium.ttf",
                "RobotoTTF/Roboto-Bold.ttf",
                "RobotoCondensed-Regular.ttf",
                "RobotoCondensed-Bold.ttf",
            ]
        ),
        ("fonts-lato", "/usr/share/fonts/truetype/lato", ["Lato-Regular.ttf", "Lato-Semibold.ttf", "Lato-Bold.ttf"]),
        (
            "fonts-open-sans", "/usr/share/fonts/truetype/open-sans",
            [
                "OpenSans-Regular.ttf",
                "OpenSans-Semibold.ttf",
                "OpenSans-CondBold.ttf",
            ]
        ),
        (
            "fonts-inter", "/usr/share/fonts/opentype/inter",
            [
                "Inter-Regular.otf",
                "Inter-Medium.otf",
                "Inter-Bold.otf",
            ]
        ),
        (
            "fonts-urw-base35", "/usr/share/fonts/opentype/urw-base35",
            [
                "NimbusSans-Regular.otf",
                "NimbusSans-Bold.otf",
                "NimbusSansNarrow-Regular.otf",
                "NimbusSansNarrow-Bold.otf",
                "URWGothic-Demi.otf",
            ]
        ),
        (
            "fonts-b612", "/usr/share/fonts/opentype/b612",
            [
                "B612-Regular.otf",
                "B612-Bold.otf",
                "B612Mono-Regular.otf",
                "B612Mono-Bold.otf",
            ]
        ),
        ("fonts-osifont", "/usr/share/fonts/truetype/osifont", ["osifont.ttf"]),
        (
            "fonts-routed-gothic", "/usr/share/fonts/truetype/routed-gothic",
            [
                "routed-gothic.ttf",
                "routed-gothic-narrow.ttf",
                "routed-gothic-wide.ttf",
            ]
        ),
        ("fonts-cantarell", "/usr/share/fonts/opentype/cantarell", ["Cantarell-Regular.otf", "Cantarell-Bold.otf"]),
        ("fonts-bebas-neue", "/usr/share/fonts/opentype/bebas-neue", ["BebasNeue-Regular.otf"]),
        (
            "fonts-texgyre", "/usr/share/texmf/fonts/opentype/public/tex-gyre",
            [
                "texgyreheros-regular.otf",
                "texgyreheros-bold.otf",
                "texgyreheroscn-regular.otf",
                "texgyreheroscn-bold.otf",
                "texgyreadventor-bold.otf",
            ]
        ),
    ]
}
