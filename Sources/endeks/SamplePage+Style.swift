extension SamplePage {
    /// How the page looks: light or dark as the reader's machine has it, in one column on a phone.
    ///
    /// Which language shows is decided by the two buttons at the top alone, so the page needs no script for it.
    static let style = """
        :root {
          color-scheme: light dark;
          --ground: light-dark(#f3f4f1, #14171a); --card: light-dark(#ffffff, #1d2226); --ink: light-dark(#16202a, #e8ecef);
          --soft: light-dark(#5a6672, #9aa6b0); --line: light-dark(#dde1e0, #30373d); --blue: light-dark(#0a5fb4, #6db5ff);
          --good: light-dark(#146c43, #5fd39b); --wait: light-dark(#8a5a00, #f0b84a); --bad: light-dark(#a32626, #ff8a80);
          --good-tint: light-dark(#e3f3ea, #16352a); --wait-tint: light-dark(#fbf0d9, #3a2e12); --bad-tint: light-dark(#fbe6e4, #401f1e);
          --bubble: light-dark(#e4f5da, #1f3a2c);
          font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums;
          background: var(--ground); color: var(--ink); scroll-behavior: smooth; scroll-padding-top: 4rem;
        }
        :root:has(#light:checked) { color-scheme: light; }
        :root:has(#dark:checked) { color-scheme: dark; }
        :root:has(#tr:checked) span[lang=en], :root:has(#en:checked) span[lang=tr] { display: none; }
        @media (prefers-reduced-motion: reduce) { :root { scroll-behavior: auto; } }
        * { box-sizing: border-box; }
        body { margin: 0; }
        a { color: var(--blue); }
        :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; border-radius: 4px; }
        .hidden, legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--card); padding: .5rem; }
        .bar { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center;
          padding: .5rem clamp(.75rem, 3vw, 2rem); background: color-mix(in srgb, var(--ground) 88%, transparent);
          backdrop-filter: blur(8px); border-bottom: 1px solid var(--line); }
        .bar strong span { font-weight: 400; }
        .bar strong { font-size: 1.1rem; letter-spacing: .01em; margin-right: auto; }
        .bar strong::before { content: ""; display: inline-block; width: .62em; height: .62em; margin-right: .5em; background: var(--blue);
          border-radius: 0 60% 60% 60%; transform: rotate(45deg); }
        fieldset { border: 0; margin: 0; padding: 0; display: flex; border-radius: 6px; overflow: hidden; box-shadow: inset 0 0 0 1px var(--line); }
        fieldset input { position: absolute; opacity: 0; pointer-events: none; }
        fieldset label { padding: .15rem .65rem; font-size: .85rem; color: var(--soft); cursor: pointer; }
        fieldset label:has(:checked) { background: var(--ink); color: var(--ground); }
        fieldset label:has(:focus-visible) { outline: 3px solid var(--blue); outline-offset: -3px; }
        main { max-width: 84rem; margin: auto; padding: 1.5rem clamp(.75rem, 3vw, 2rem) 4rem; }
        h1 { font-size: clamp(1.5rem, 1rem + 2.4vw, 2.5rem); line-height: 1.15; margin: .5rem 0 .5rem; letter-spacing: -.015em; max-width: 24em; text-wrap: balance; }
        .lead { color: var(--soft); max-width: 60ch; margin: 0 0 1.5rem; }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
        .status { display: inline-flex; align-items: center; gap: .4em; font-weight: 600; padding: .1em .65em .1em .5em; border-radius: 99px; white-space: nowrap; font-size: .9em; }
        .billed { color: var(--good); background: var(--good-tint); } .waits { color: var(--wait); background: var(--wait-tint); }
        .asked { color: var(--bad); background: var(--bad-tint); }
        .status svg { width: .9em; height: .9em; flex: none; }

        .overview { width: 100%; border-collapse: collapse; }
        .overview th { text-align: left; font-weight: 500; color: var(--soft); font-size: .85rem; padding: .6rem .75rem; border-bottom: 1px solid var(--line); }
        .overview td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
        .overview tr:last-child td { border-bottom: 0; } .overview tbody tr:hover { background: color-mix(in srgb, var(--blue) 6%, transparent); }
        .overview .figure { text-align: right; white-space: nowrap; }
        .overview a, .overview .who { white-space: nowrap; }
        .overview .said { color: var(--soft); }
        .card:has(.overview) { overflow: hidden; margin-bottom: 2.5rem; }

        article { margin: 0 0 2.5rem; scroll-margin-top: 4rem; }
        article header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .9rem; margin-bottom: .6rem; }
        article h2 { font-size: 1.15rem; margin: 0; } article header .who { color: var(--soft); font-size: .9rem; }
        article nav { margin-left: auto; display: flex; gap: .9rem; font-size: .9rem; } article nav a { text-decoration: none; }
        .pair { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 1rem; align-items: start; }
        .side { padding: 1rem; }
        .pair .side:first-child { position: sticky; top: 3.75rem; }
        figure { margin: 0; } figure img { display: block; width: 100%; height: auto; border-radius: 8px; }
        .paper img { background: #fff; box-shadow: 0 1px 2px #0003, 0 8px 24px #0002; border-radius: 2px; }
        .paper svg { display: block; width: 100%; height: auto; background: #fff; box-shadow: 0 1px 2px #0003, 0 8px 24px #0002; border-radius: 2px; }
        figure { position: relative; }
        figure .open { display: block; cursor: zoom-in; color: inherit; text-decoration: none; }
        figure .close { display: none; }
        figure:target { position: fixed; inset: 0; z-index: 8; overflow: auto; padding: 3.5rem 2vmin 2vmin; background: light-dark(#f3f4f1, #0c0e10); }
        figure:focus-visible { outline: none; }
        figure:target .open { pointer-events: none; }
        figure:target img { width: auto; max-width: 100%; min-width: min(100%, 60rem); margin: auto; }
        figure:target svg { width: min(100%, 62rem); margin: auto; }
        figure:target .close { display: block; position: fixed; top: .75rem; right: 1rem; padding: .35rem .8rem; border-radius: 8px; background: var(--ink); color: var(--ground); text-decoration: none; font-weight: 600; z-index: 9; }
        .wheels { display: flex; flex-wrap: wrap; gap: 3px; margin: .9rem 0 .8rem; }
        .wheel { display: grid; justify-items: center; gap: .15rem; }
        .drum { display: block; width: 1.35em; height: 1.75em; overflow: hidden; border-radius: 3px; background: #15181b; color: #fff; font-size: 1.5rem; line-height: 1.75; font-weight: 600; text-align: center;
          box-shadow: inset 0 .35em .35em -.2em #000a, inset 0 -.35em .35em -.2em #000a; }
        .red .drum { background: #b3261e; }
        .drum b { display: block; font-weight: inherit; transform: translateY(calc(var(--turn) * -100%)); }
        .wheel i { font-style: normal; font-size: .8rem; line-height: 1.2; }
        .point { font-size: 1.5rem; line-height: 2; font-weight: 700; width: .4em; text-align: center; }
        .sure { color: var(--good); } .unsure { color: var(--wait); } .guess { color: var(--bad); }
        .facts { display: grid; grid-template-columns: auto 1fr; gap: .15rem .9rem; margin: 0; font-size: .92rem; }
        .facts dt { color: var(--soft); } .facts dd { margin: 0; }
        .amount { font-size: 1.9rem; font-weight: 650; letter-spacing: -.01em; line-height: 1.2; margin: 0; } .due { margin: 0 0 .8rem; color: var(--soft); }
        .sum { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: start; }
        figure.paper { margin-top: .9rem; }
        .bubble { background: var(--bubble); border-radius: 4px 14px 14px 14px; padding: .7rem .9rem; margin: 0; max-width: 34rem; }
        .told { color: var(--soft); font-size: .85rem; margin: 0 0 .35rem; }
        .why { font-size: 1.15rem; font-weight: 600; margin: 0 0 1rem; }
        .why > span { display: inline-block; }
        .why > span::first-letter { text-transform: uppercase; }
        .button { display: inline-block; padding: .35rem .8rem; border-radius: 8px; border: 1px solid var(--line); text-decoration: none; font-weight: 550; }
        @media (max-width: 52rem) {
          .pair { grid-template-columns: minmax(0, 1fr); } .pair .side:first-child { position: static; }
          .overview thead { display: none; } .overview tr { display: grid; grid-template-columns: 1fr auto; padding: .5rem .75rem; border-bottom: 1px solid var(--line); gap: .1rem .75rem; }
          .overview tr:last-child { border-bottom: 0; }
          .overview td { border: 0; padding: 0; } .overview a, .overview .who { white-space: nowrap; }
        .overview .said { grid-column: 1 / -1; font-size: .9rem; } .overview .who { display: none; }
          .overview td:empty { display: none; }
        }
        @media print { .bar, nav, .button { display: none; } article { break-inside: avoid; } }
        """
}
