/// How the staff pages look: calm, dense, light or dark, in one column on a phone.
enum ReviewStyle {
    static let text = """
        :root {
          color-scheme: light dark;
          --ground: light-dark(#f3f4f1, #14171a); --card: light-dark(#ffffff, #1d2226); --well: light-dark(#e6e8e5, #0d0f11);
          --ink: light-dark(#16202a, #e8ecef); --soft: light-dark(#55616d, #9fabb5); --line: light-dark(#d5dad9, #343c43);
          --blue: light-dark(#0a5fb4, #6db5ff); --on-blue: light-dark(#ffffff, #08131f);
          --good: light-dark(#146c43, #5fd39b); --wait: light-dark(#8a5a00, #f0b84a); --bad: light-dark(#a32626, #ff8a80);
          --wait-tint: light-dark(#fbf0d9, #3a2e12); --bad-tint: light-dark(#fbe6e4, #401f1e); --good-tint: light-dark(#e3f3ea, #16352a);
          font: 16px/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums;
          background: var(--ground); color: var(--ink);
        }
        :root[data-theme=light] { color-scheme: light; }
        :root[data-theme=dark] { color-scheme: dark; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; }
        a { color: var(--blue); text-underline-offset: .15em; }
        h1, h2, p, figure, fieldset, dl, dd, ol, ul { margin: 0; padding: 0; }
        fieldset { border: 0; min-width: 0; }
        button, input { font: inherit; color: inherit; }
        button, .button, summary { min-height: 2.5rem; min-width: 1.75rem; padding: .35rem .85rem; border: 1px solid var(--line);
          border-radius: 8px; background: var(--card); cursor: pointer; display: inline-flex; align-items: center;
          justify-content: center; gap: .5rem; text-decoration: none; color: var(--ink); list-style: none; font-weight: 550; }
        summary::-webkit-details-marker { display: none; }
        button:hover, .button:hover, summary:hover { border-color: var(--soft); }
        button:disabled { opacity: .5; cursor: default; }
        .primary { background: var(--blue); color: var(--on-blue); border-color: var(--blue); }
        .primary:hover { border-color: var(--ink); }
        :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
        kbd { font: 600 .72rem/1 ui-monospace, "DejaVu Sans Mono", monospace; padding: .25em .4em; border: 1px solid currentColor;
          border-radius: 4px; opacity: .75; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: .5rem; top: .5rem; z-index: 9; background: var(--card); padding: .5rem; }
        html:not(.script) .script-only { display: none; }

        .bar { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; align-items: center; padding: .4rem clamp(.6rem, 2vw, 1.5rem);
          border-bottom: 1px solid var(--line); background: var(--card); position: relative; z-index: 4; }
        .brand { font-weight: 700; text-decoration: none; color: var(--ink); letter-spacing: .01em; }
        .brand::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-right: .5em;
          background: var(--blue); border-radius: 0 60% 60% 60%; transform: rotate(45deg); }
        .counts { color: var(--soft); margin-right: auto; } .counts b { color: var(--ink); }
        .bar form, .switch { display: inline-flex; align-items: center; gap: .4rem; }
        .bar button, .bar summary { min-height: 1.9rem; padding: .1rem .55rem; font-size: .85rem; font-weight: 500; }
        .clerk { color: var(--soft); font-size: .9rem; display: inline-flex; gap: .5rem; align-items: center; }
        .switch button { border-radius: 0; margin-left: -1px; } .switch button:first-of-type { border-radius: 6px 0 0 6px; }
        .bar .switch { gap: 0; } .switch button:last-of-type { border-radius: 0 6px 6px 0; }
        .switch button[aria-pressed=true] { background: var(--ink); color: var(--ground); border-color: var(--ink); }
        .keys dl { position: absolute; right: clamp(.6rem, 2vw, 1.5rem); top: calc(100% - .2rem); width: min(24rem, calc(100vw - 1.2rem)); background: var(--card);
          border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; box-shadow: 0 12px 32px #0004;
          display: grid; grid-template-columns: auto 1fr; gap: .35rem .9rem; align-items: baseline; font-size: .92rem; z-index: 6; }
        .keys dt { white-space: nowrap; } .keys h2 { font-size: 1rem; grid-column: 1 / -1; }

        main { flex: 1; width: 100%; max-width: 100rem; margin: 0 auto; padding: .8rem clamp(.6rem, 2vw, 1.5rem) 5rem; }
        .plain { max-width: 44rem; padding-top: 8vh; }
        .plain h1, .queue h1 { font-size: clamp(1.4rem, 1rem + 1.6vw, 2rem); line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
        .plain p { color: var(--soft); max-width: 60ch; margin: .5rem 0 1.1rem; }
        .plain h1 + form { margin-top: 1rem; } .plain form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; margin: 0 0 1rem; }
        .plain label { display: block; font-size: .9rem; color: var(--soft); }
        .plain input { min-height: 2.5rem; padding: .3rem .7rem; border: 1px solid var(--soft); border-radius: 8px; background: var(--card); width: min(20rem, 80vw); }
        .say { padding: .55rem .8rem; border-radius: 8px; background: var(--wait-tint); color: var(--wait); font-weight: 550; margin-bottom: .8rem; }
        .say.bad { background: var(--bad-tint); color: var(--bad); } .say.good { background: var(--good-tint); color: var(--good); }

        .queue header { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: end; margin: .6rem 0 1rem; }
        .queue header div { margin-right: auto; } .queue header p { color: var(--soft); }
        table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
        th { text-align: left; font-weight: 500; color: var(--soft); font-size: .85rem; }
        th, td { padding: .4rem .8rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
        tr:last-child td { border-bottom: 0; } tbody tr:hover { background: color-mix(in srgb, var(--blue) 6%, transparent); }
        td a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; font-weight: 600; }
        .figure { text-align: right; white-space: nowrap; } .taken { color: var(--soft); font-size: .85rem; }
        .left { white-space: nowrap; } .left.soon { color: var(--wait); font-weight: 600; } .left.over { color: var(--soft); }
        .left.soon::before { content: "◔ "; } .left.over::before { content: "○ "; }
        .pages { display: flex; gap: 1rem; margin-top: 1rem; }

        .case { display: grid; grid-template-columns: minmax(0, 13fr) minmax(24rem, 9fr); gap: 1rem 1.4rem; align-items: start; align-content: start; padding-bottom: 1rem; }
        .photo { background: var(--well); border-radius: 10px; overflow: hidden; position: relative; border: 1px solid var(--line); }
        .photo svg, .photo img { display: block; width: 100%; height: calc(100vh - 9.5rem); min-height: 20rem; object-fit: contain; touch-action: none; }
        .photo.contrast image, .photo.contrast img { filter: contrast(1.9) brightness(1.08); }
        .photo.invert image, .photo.invert img { filter: invert(1); }
        .photo.contrast.invert image { filter: contrast(1.9) invert(1); }
        .photo.bare .overlay { display: none; }
        .none { display: grid; place-items: center; min-height: 14rem; color: var(--soft); padding: 1rem; }
        .overlay .window { fill: none; stroke: #fff; stroke-width: 2.5; paint-order: stroke; vector-effect: non-scaling-stroke; stroke-dasharray: 8 5; filter: drop-shadow(0 0 1px #000); }
        .overlay .box { fill: none; stroke: currentColor; stroke-width: 2; vector-effect: non-scaling-stroke; opacity: .9; }
        .overlay text { font-weight: 700; text-anchor: middle; dominant-baseline: central; fill: currentColor; stroke: #000c; stroke-width: .16em; paint-order: stroke; stroke-linejoin: round; }
        .overlay .mark { stroke: currentColor; fill: none; paint-order: stroke; }
        .overlay .full { fill: currentColor; }
        .overlay .sure { color: #6ff0ae; } .overlay .unsure { color: #ffc95c; } .overlay .guess { color: #ff9d94; }
        .under { display: flex; flex-wrap: wrap; gap: .35rem .9rem; align-items: center; margin-top: .5rem; font-size: .88rem; color: var(--soft); }
        .tools { display: inline-flex; flex-wrap: wrap; gap: .25rem; margin-right: auto; }
        .tools button { min-height: 1.9rem; padding: .1rem .55rem; font-size: .85rem; font-weight: 500; }
        .tools button[aria-pressed=true] { background: var(--ink); color: var(--ground); }
        .legend { display: inline-flex; gap: .8rem; } .legend i, .wheel i { font-style: normal; }
        .sure { color: var(--good); } .unsure { color: var(--wait); } .guess { color: var(--bad); }

        .panel { display: grid; gap: .7rem; }
        .why { font-size: 1.3rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
        .why::first-letter, .also li::first-letter { text-transform: uppercase; }
        .also { color: var(--soft); padding-left: 1.1rem; font-size: .95rem; }
        .facts { display: flex; flex-wrap: wrap; gap: .1rem .8rem; color: var(--soft); font-size: .95rem; } .facts b { color: var(--ink); }
        .panel .left { font-size: .95rem; color: var(--soft); } .panel .left.soon { color: var(--wait); }
        .box-card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; display: grid; gap: .6rem; }
        .crop { display: block; width: 100%; max-height: 6.5rem; object-fit: contain; background: var(--well); border-radius: 6px; }
        .wheels { display: flex; gap: .3rem; flex-wrap: wrap; }
        .wheel { display: grid; justify-items: center; min-width: 1.7rem; padding: .05rem .25rem .15rem; border: 1px solid var(--line); border-radius: 6px; font-weight: 650; font-size: 1.15rem; line-height: 1.25; }
        .wheel.red { border-style: dashed; } .wheel i { font-size: .8rem; line-height: 1; }
        .entry { display: flex; align-items: baseline; gap: .4rem .7rem; flex-wrap: wrap; }
        .entry label { color: var(--soft); font-size: .9rem; width: 100%; display: flex; justify-content: space-between; gap: 1rem; }
        .entry input { font-size: 1.9rem; font-weight: 650; letter-spacing: .14em; line-height: 1.1; padding: .1rem .5rem; border: 1px solid var(--soft); border-radius: 8px; background: var(--ground); width: min(calc(1.1em * var(--digits, 6) + 1.4rem), 100%); max-width: 100%; }
        .entry .decimals { font-size: 1.25rem; color: var(--soft); }
        .meters { display: grid; gap: .3rem; } .meters legend { font-weight: 600; padding: 0 0 .3rem; }
        .meters label { display: flex; gap: .6rem; align-items: center; min-height: 2rem; }
        .meters input, .reasons input { width: 1.15rem; height: 1.15rem; accent-color: var(--blue); flex: none; margin: 0; }
        .amount { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
        .amount b { font-size: 1.7rem; line-height: 1.2; letter-spacing: -.01em; font-weight: 650; } .amount span { color: var(--soft); }
        .note { font-weight: 550; color: var(--wait); } .note.bad { color: var(--bad); }
        .ask { padding: .4rem .7rem; border-radius: 8px; background: var(--wait-tint); color: var(--wait); font-weight: 600; } .ask:empty, #check { display: none; }
        .checked { display: none; gap: .6rem; align-items: center; min-height: 2rem; } .checked input { width: 1.15rem; height: 1.15rem; accent-color: var(--blue); margin: 0; }
        html:not(.script) .box-card:has(#check) .checked { display: flex; }
        .preview { display: grid; gap: .15rem; min-height: 4.6rem; align-content: start; }
        .steps ol { margin: .4rem 0 0; padding-left: 1.6rem; font-size: .85rem; max-height: 22rem; overflow: auto; }
        .steps li { margin-bottom: .3rem; } .steps i, .steps small { display: block; font-style: normal; color: var(--soft); }
        .chart-title { color: var(--soft); font-size: .82rem; margin-top: .3rem; }
        .chart { display: block; width: 100%; height: 3.4rem; overflow: visible; }
        .chart rect { fill: var(--soft); opacity: .55; } .chart rect.now { fill: var(--blue); opacity: 1; }
        .chart text { font-size: 9px; fill: var(--soft); text-anchor: middle; }
        .actions { display: grid; grid-template-columns: 2fr 1fr 1fr; gap: .5rem; align-items: start; }
        .actions > * { width: 100%; } .actions .primary { min-height: 2.9rem; font-size: 1.05rem; }
        .actions .button, .actions summary { min-height: 2.9rem; }
        .reject[open] { grid-column: 1 / -1; }
        .actions:has(.reject[open]) > :not(.reject), .panel:has(.reject[open]) #decide { display: none; }
        .reject summary { width: 100%; } .reject form { margin-top: .5rem; }
        .reasons { display: grid; gap: .1rem; } .reasons label { display: grid; grid-template-columns: auto auto 1fr; gap: .1rem .6rem; align-items: center; padding: .3rem .35rem; border-radius: 6px; cursor: pointer; }
        .reasons label:has(:checked) { background: color-mix(in srgb, var(--blue) 10%, transparent); }
        .reasons q { grid-column: 3; color: var(--soft); font-size: .9rem; } .reasons q::before, .reasons q::after { content: none; }
        .reject .row { display: flex; gap: .5rem; margin-top: .6rem; }
        .earlier { display: flex; gap: .5rem; overflow-x: auto; } .earlier img { height: 3.4rem; border-radius: 6px; background: var(--well); display: block; }
        .earlier-title { font-size: .85rem; color: var(--soft); }

        .toast { position: fixed; left: 0; right: 0; bottom: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center;
          padding: .55rem clamp(.6rem, 2vw, 1.5rem); background: var(--ink); color: var(--ground); }
        .toast b { font-weight: 650; } .toast form { margin-left: auto; }
        .toast button { background: transparent; color: inherit; border-color: currentColor; }
        .toast progress { appearance: none; width: 8rem; height: .35rem; border: 0; border-radius: 9px; overflow: hidden; background: color-mix(in srgb, var(--ground) 25%, transparent); }
        .toast progress::-webkit-progress-bar { background: transparent; } .toast progress::-webkit-progress-value { background: var(--ground); }
        .done { display: grid; gap: .9rem; max-width: 46rem; padding-top: 5vh; } .done h1 { font-size: clamp(1.5rem, 1rem + 2vw, 2.2rem); }
        .done .row { display: flex; flex-wrap: wrap; gap: .6rem; } .done .primary { min-height: 3rem; padding: .4rem 1.4rem; font-size: 1.05rem; }

        @media (max-width: 60rem) {
          .case { grid-template-columns: minmax(0, 1fr); }
          .photo svg, .photo img { height: min(62vw, 46vh); min-height: 13rem; }
          main { padding-bottom: 9.5rem; }
          .panel #decide { order: -1; }
          .legend { display: none; } .under .tools { flex-wrap: nowrap; overflow-x: auto; padding-bottom: .2rem; }
          .tools button { flex: none; }
          .decide { position: sticky; bottom: 0; background: var(--ground); padding: .5rem 0 calc(.5rem + env(safe-area-inset-bottom)); border-top: 1px solid var(--line); z-index: 3; }
          .decide:has(.reject[open]) { position: static; }
          .toast ~ main .decide { bottom: 3.6rem; }
        }
        @media (max-width: 34rem) {
          .bar { gap: .3rem .6rem; } .bar .clerk form, .tools kbd { display: none; }
          .actions { grid-template-columns: 1fr auto auto; gap: .35rem; } .actions .primary { font-size: 1rem; }
          .entry label .script-only { display: none; }
          .actions kbd { display: none; } .reasons label { grid-template-columns: auto 1fr; } .reasons q { grid-column: 2; } .actions .button, .actions button, .actions summary { padding: .35rem .4rem; }
          .under .tools button { min-width: 2.2rem; min-height: 2.2rem; }
          thead { display: none; } tbody tr { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .8rem; padding: .5rem .7rem; border-bottom: 1px solid var(--line); } tbody tr:last-child { border-bottom: 0; }
          td { border: 0; padding: 0; } td.reason { grid-column: 1 / -1; } td.received { display: none; } .figure { text-align: left; }
          .why { font-size: 1.15rem; }
        }
        @media (prefers-reduced-motion: no-preference) { .toast { animation: rise .18s ease-out; } @keyframes rise { from { transform: translateY(100%); } } }
        """
}
