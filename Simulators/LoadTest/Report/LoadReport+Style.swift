extension LoadReport {
    /// Light and dark, wide and narrow, screen and paper.
    static let style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--mark:#0b5fa5;\
        --good:#116329;--bad:#a40e26}
        @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4ae;--line:#3d444d;--paper:#0d1117;\
        --mark:#6cb6ff;--good:#56d364;--bad:#ff7b72}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);\
        font:1rem/1.5 system-ui,sans-serif}
        h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}
        a{color:var(--mark)}:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
        .skip{position:absolute;left:-100rem}.skip:focus{left:1rem}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
        .good{color:var(--good)}.bad{color:var(--bad);font-weight:600}
        .scroll{overflow-x:auto;margin:.75rem 0}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding:.25rem 0}
        .unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        th.n,td.n{text-align:right;white-space:nowrap}tbody th{font-weight:400}small{display:block;max-width:34rem;color:var(--soft)}
        .wide{font-size:.875rem}
        details{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .75rem;margin:.75rem 0}
        summary{cursor:pointer;font-weight:600}dt{color:var(--soft)}dd{margin:0 0 .5rem}
        figure{margin:1rem 0;max-width:40rem}figcaption{color:var(--soft)}
        svg{width:100%;height:auto;font:12px system-ui,sans-serif;fill:var(--ink)}
        svg .grid{stroke:var(--line)}svg .level{stroke:var(--bad);stroke-dasharray:5 4}
        svg text.level{stroke:none;fill:var(--bad)}svg .line{fill:none;stroke:var(--mark);stroke-width:2}
        svg circle,svg rect{fill:var(--mark)}
        @media print{body{max-width:none;font-size:9pt;padding:0}nav,.skip{display:none}\
        .scroll{overflow:visible}details,table,figure{break-inside:avoid}.wide{break-inside:auto}}
        """
}
