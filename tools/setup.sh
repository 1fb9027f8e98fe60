# Sourced by the scripts beside it, never run alone. It knows where the clone and its build are, installs what is
# missing, finds Swift, and makes the one release build that the run, the tests and `tools/endeks` share.
# shellcheck shell=bash
set -euo pipefail

clone=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# Two clones on one build folder would lock each other out, and one could run the other's binary: a folder for each.
cache="${XDG_CACHE_HOME:-${HOME:?HOME is not set, and it says where the build is kept}/.cache}/endeks"
build="$cache/build-$(printf '%s' "$clone" | cksum | tr ' ' '-')"
stamp="$build/built"
endeks="$build/release/endeks"

oldest_swift=6.3

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$@"
    exit 1
}

# ---------------------------------------------------------------------------------------------------------------
# Debian packages

# What each package is for, and how its presence is seen on a system without dpkg: a pkg-config name or a command.
build_packages=(
    "git git"                       # Swift's package manager fetches with it
    "pkg-config pkg-config"         # finds cairo
    "libjpeg-dev :libjpeg"          # photos are decoded
    "libcairo2-dev :cairo-ft"       # invoices and simulated meters are drawn
    "libzxing-dev :zxing"           # the codes on meters
    "libsqlite3-dev :sqlite3"       # the database
    "libssl-dev :libcrypto"         # signatures, hashes
    "libcurl4-openssl-dev :libcurl" # media and replies
    "fonts-dejavu-core -"           # the font of the invoices, embedded in each
)
test_packages=(
    "poppler-utils pdftotext"       # the tests read the PDF back
    "prometheus promtool"           # the tests have it judge /metrics
    "chromium chromium"             # the review page is tried in it
    "chromium-driver chromedriver"  # drives it
    "python3 python3"               # tools/check-rooms
)

# The typefaces of simulated meters, by the renderer's own list: for tests, for training, for measuring, never for a bill.
mapfile -t font_packages < <(
    awk -F '\t' '!/^#/ { print $2 " -" }' "$clone/Simulators/PhotoSimulator/Fonts/fonts.tsv" | sort -u
)

is_installed() { # PACKAGE SIGN
    if command -v dpkg-query >/dev/null; then
        [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
    else
        case $2 in
            -) true ;;
            :*) pkg-config --exists "${2#:}" 2>/dev/null ;;
            *) command -v "$2" >/dev/null ;;
        esac
    fi
}

# Installs those of the given packages that are missing; asks no package manager when none is.
install_missing() { # "PACKAGE SIGN"…
    local entry missing=() as_root=()
    for entry in "$@"; do
        # A command that is there counts, whoever installed it.
        [[ ${entry#* } == [a-z]* ]] && command -v "${entry#* }" >/dev/null && continue
        is_installed "${entry% *}" "${entry#* }" || missing+=("${entry% *}")
    done
    ((${#missing[@]} == 0)) && return
    command -v apt-get >/dev/null ||
        fail "These are missing, and there is no apt-get to install them (names as Debian has them): ${missing[*]}" \
            $'\nInstall them and start again.'
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "These are missing: ${missing[*]}" \
            $'\nInstall them as root and start again:\n  apt-get install --no-install-recommends' "${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${missing[*]} …"
    mkdir -p "$cache"
    local log="$cache/apt.log"
    # A source of somebody else's that cannot be reached is no reason to stop: whether the packages come decides.
    "${as_root[@]}" apt-get update >"$log" 2>&1 </dev/null || true
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        fail "apt-get could not install ${missing[*]} (the whole log: $log)."
    fi
}

# ---------------------------------------------------------------------------------------------------------------
# Swift

swift_version() { # SWIFT
    "$1" --version 2>/dev/null </dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+(\.[0-9]+)?).*/\1/p' | head -n 1
}

is_new_enough() { # VERSION
    local major minor wanted_major=${oldest_swift%.*} wanted_minor=${oldest_swift#*.}
    IFS=. read -r major minor _ <<<"$1"
    ((major > wanted_major || (major == wanted_major && minor >= wanted_minor)))
}

# Where Swift is looked for after PATH.
swift_places=(
    /opt/swift/usr/bin '/opt/swift-*/usr/bin' /usr/share/swift/usr/bin /usr/local/swift/usr/bin /usr/libexec/swift/bin
    "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}" "$HOME/.swiftly/bin" "$HOME/.local/bin" "$HOME/.swiftenv/shims"
    "$HOME/swift*/usr/bin"
)

# Puts the first Swift that is new enough at the head of PATH and its full name in `swift_found`.
find_swift() {
    [[ -z ${swift_found:-} ]] || return 0
    local folders=() place folder candidate version seen=()
    IFS=: read -ra folders <<<"$PATH"
    for place in "${swift_places[@]}"; do
        while read -r folder; do folders+=("$folder"); done < <(compgen -G "$place")
    done
    for folder in "${folders[@]}"; do
        candidate="$folder/swift"
        [[ -x $candidate && ! -d $candidate ]] || continue
        version=$(swift_version "$candidate") || true
        if [[ -n $version ]] && is_new_enough "$version"; then
            swift_found=$candidate
            PATH="$folder:$PATH"
            return
        fi
        if [[ -n $version ]]; then
            seen+=("  $candidate is $version")
        else
            seen+=("  $candidate does not run: $("$candidate" --version 2>&1 </dev/null | head -n 1 || true)")
        fi
    done
    say "Endeks needs Swift $oldest_swift or newer, and none was found."
    ((${#seen[@]} == 0)) || printf '%s\n' "${seen[@]}" >&2
    say "Looked in PATH and in:"
    printf '  %s\n' "${swift_places[@]}" >&2
    fail "Install it with swiftly (https://www.swift.org/install/linux/), or unpack a toolchain as /opt/swift, and" \
        "start again."
}

# ---------------------------------------------------------------------------------------------------------------
# The build

# Whether what is built is older than anything that it is built from. Asks only the file system, so that a fresh
# `tools/endeks` starts at once. Change times (ctime) see a file that was put in place with an old date, and a
# folder's sees a file that was taken away.
is_stale() {
    [[ -x $endeks && -s $stamp ]] || return 0
    local compiler
    compiler=$(<"$stamp")
    [[ -e $compiler ]] || return 0
    [[ -n $(cd "$clone" && find -H Package.swift Sources Simulators Tests Images/model tools/setup.sh "$compiler" \
        -cnewer "$stamp" -print -quit 2>&1) ]]
}

# Shows how far the build is, until it is killed: one line on a terminal, else a line twice a minute.
report_progress() { # LOG
    local began=$SECONDS step last=
    while sleep 1; do
        step=$(tail -c 2000 "$1" 2>/dev/null | tr '\r' '\n' | grep -E '^(\[[0-9]+/[0-9]+\]|Fetching|Computing|Creating)' | tail -n 1) || true
        if [[ -t 2 ]]; then
            printf '\r\033[K  %4d s  %.90s' $((SECONDS - began)) "$step" >&2
        elif (((SECONDS - began) % 30 == 0)) && [[ $SECONDS != "$last" ]]; then
            printf '  %4d s  %.90s\n' $((SECONDS - began)) "$step" >&2
            last=$SECONDS
        fi
    done
}

# Builds when stale: the executable and the tests, optimised, once for everybody. A second caller waits.
build_when_stale() {
    is_stale || return 0
    find_swift
    install_missing "${build_packages[@]}"
    mkdir -p "$build"
    (
        if command -v flock >/dev/null; then
            exec 9>"$build.lock"
            if ! flock --nonblock 9; then
                say "Another call is building this clone; waiting for it …"
                flock 9
                is_stale || exit 0
            fi
        fi
        [[ -e $stamp ]] || say "The first build of this clone takes some minutes (kept in $build)."
        say "Building …"
        local log="$build/build.log" began=$SECONDS status=0 reporter
        touch "$build/started"
        : >"$log"
        report_progress "$log" 9>&- &
        reporter=$!
        trap 'kill "$reporter" 2>/dev/null || true' EXIT
        # Deterministic hashing: without it SwiftPM 6.3 orders the traits of packages by chance and rebuilds them
        # (swift-package-manager issue 10525).
        SWIFT_DETERMINISTIC_HASHING=1 "$swift_found" build --package-path "$clone" --scratch-path "$build" \
            --configuration release --build-tests >"$log" 2>&1 </dev/null 9>&- || status=$?
        kill "$reporter" 2>/dev/null || true
        wait "$reporter" 2>/dev/null || true
        [[ -t 2 ]] && printf '\r\033[K' >&2
        if ((status != 0)); then
            grep -E '^[^ ]+: (fatal )?error:' "$log" | sort -u | head -n 20 >&2 || tail -n 30 "$log" >&2
            fail "The build failed after $((SECONDS - began)) s (the whole log: $log)."
        fi
        # The stamp bears the time at which the build began: what was edited meanwhile is stale.
        readlink -f "$swift_found" >"$build/started.new"
        touch --reference="$build/started" "$build/started.new"
        mv "$build/started.new" "$stamp"
        rm -f "$build/started"
        say "Built in $((SECONDS - began)) s."
    ) || exit 1
}
