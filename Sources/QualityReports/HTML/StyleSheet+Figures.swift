extension StyleSheet {
    /// Figures, tables, tiles, notes and drawings.
    static let figures = """
        .figure { white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
        .figure.word { white-space: normal; }
        .absent { color: var(--muted); }
        p .absent, li .absent { cursor: help; }
        .key-figures {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr));
          gap: 0 2rem; margin: 1.5rem 0 .75rem;
        }
        .key-figures > div {
          display: grid; grid-template-rows: subgrid; grid-row: span 3;
          border-top: 2px solid var(--accent); padding: .7rem 0 1.75rem;
        }
        .key-figures dt { font-size: .9375rem; font-weight: 600; line-height: 1.35; }
        .key-figures dd { margin: 0; }
        .key-figures .number {
          margin-top: .3rem; font: 600 2.5rem/1.15 var(--serif); letter-spacing: -.01em;
        }
        .key-figures .number .word { font-size: 1.75rem; }
        .key-figures .caption { margin-top: .35rem; color: var(--muted); font-size: .875rem; line-height: 1.45; }
        .table-block { margin: 1.75rem 0 2.25rem; container-type: inline-size; }
        .table-scroll {
          overflow-x: auto;
          background:
            linear-gradient(to left, var(--paper) 30%, rgb(255 255 255 / 0)) right / 2.5rem 100% no-repeat local,
            linear-gradient(to left, rgb(28 37 41 / .16), rgb(28 37 41 / 0)) right / .75rem 100% no-repeat scroll;
        }
        .table-scroll:focus-visible { outline-offset: 1px; }
        table { border-collapse: collapse; min-width: 100%; font-size: .9375rem; line-height: 1.4; }
        caption, figcaption { text-align: left; padding-bottom: .8rem; }
        .caption-title, .counted-by { display: block; }
        caption span { position: sticky; left: 0; max-width: min(42rem, 100cqi); }
        .caption-title { font-weight: 650; font-size: 1.0625rem; line-height: 1.35; text-wrap: balance; }
        .counted-by { margin-top: .2rem; color: var(--muted); font-size: .875rem; line-height: 1.45; }
        th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--rule); vertical-align: baseline; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: .15rem; }
        th { text-align: left; font-weight: 400; }
        thead th, thead td { border-bottom: 1.5px solid var(--strong-rule); vertical-align: bottom; }
        thead th { font-weight: 600; font-size: .875rem; line-height: 1.3; }
        .end { text-align: right; font-variant-numeric: lining-nums tabular-nums; }
        .start { text-align: left; }
        td.start { min-width: 7rem; }
        tbody th { min-width: 9rem; max-width: 22rem; hyphens: auto; }
        .many { font-size: .875rem; }
        .many th, .many td { padding-inline: .4rem; }
        .many th:first-child { padding-left: 0; }
        .many thead th { font-size: .8125rem; letter-spacing: -.01em; }
        .many tbody th { min-width: 5rem; }
        .total > * { border-top: 1.5px solid var(--strong-rule); font-weight: 650; }
        .group > * { font-weight: 650; padding-top: 1.25rem; border-bottom-color: var(--strong-rule); }
        tbody:first-of-type .group:first-child > * { padding-top: .6rem; }
        td .sparkline, .plot { display: block; }
        td.end .sparkline { margin-left: auto; }
        td:has(.sparkline) { vertical-align: middle; padding-block: 0; }
        .table-note, .absence {
          margin: .6rem 0 0; color: var(--muted); font-size: .875rem; line-height: 1.5;
        }
        .table-scroll + .table-note, .table-scroll + .absence { margin-top: .75rem; }
        .slim table { min-width: min(100%, 34rem); }
        .dense table { font-size: .875rem; }
        .dense th, .dense td { padding-inline: .45rem; }
        .dense th:first-child, .dense td:first-child { padding-left: 0; }
        .dense thead th { font-size: .8125rem; }
        .dense tbody th { min-width: 7rem; }
        .table-block th.indent-1 { padding-left: 1.25rem; }
        .table-block th.indent-2 { padding-left: 2.5rem; }
        .table-block th.indent-3 { padding-left: 3.75rem; }
        .table-block th.indent-4 { padding-left: 5rem; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
        }
        .chart { margin: 2rem 0 2.5rem; }
        .drawing { container-type: inline-size; overflow-x: auto; max-width: 51rem; padding-right: .5rem; }
        .legend {
          display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: 0 0 .9rem; padding: 0; list-style: none;
          font-size: .8125rem; line-height: 1.4;
        }
        .legend li { display: flex; align-items: center; gap: .45rem; }
        .plot { overflow: visible; font-variant-numeric: lining-nums tabular-nums; }
        @container (max-width: 479px) { .from-medium { display: none; } }
        @container (max-width: 639px) { .from-wide { display: none; } }
        @container (max-width: 759px) { .from-widest { display: none; } }
        .chart .table-block { margin: .5rem 0 0; }
        details { margin: 1rem 0; }
        summary { width: fit-content; cursor: pointer; color: var(--accent); font-size: .9375rem; padding: .25rem 0; }
        summary:hover { text-decoration: underline; text-underline-offset: .18em; }
        main > section > details > summary { font-weight: 600; }
        .folded { padding: .75rem 0 .25rem 1.25rem; border-left: 2px solid var(--rule); }
        .folded > :last-child { margin-bottom: 0; }
        .note {
          max-width: 44rem; margin: 1.5rem 0; padding: .9rem 1.25rem; border-left: 4px solid var(--accent);
          background: var(--tint); font-size: .96875rem; line-height: 1.58;
        }
        .note p { margin: 0; }
        .note .note-kind { margin-bottom: .2rem; font-weight: 650; font-size: .875rem; color: var(--accent); }
        .note.information { border-left-color: #66757d; }
        .note.information .note-kind { color: #46545b; }
        .note.attention { border-left-color: #a4691a; background: #fcf6eb; }
        .note.attention .note-kind { color: #7c4a06; }
        .missing {
          max-width: 44rem; padding: .9rem 1.25rem; border: 1px dashed var(--strong-rule); color: var(--muted);
        }
        @media (max-width: 40rem) {
          body { font-size: 1rem; }
          th, td { padding: .5rem .55rem; }
          .key-figures { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 1.25rem; }
          table, .dense table { font-size: .875rem; }
          .key-figures .number { font-size: 2rem; }
          .key-figures .number .word { font-size: 1.375rem; }
          tbody th { min-width: 7.5rem; max-width: 10.5rem; }
          tbody th[scope="row"] { position: sticky; left: 0; background: var(--paper); }
          .group th { max-width: none; }
          td.start { min-width: 5.5rem; }
          .table-block th.indent-1 { padding-left: .8rem; }
          .table-block th.indent-2 { padding-left: 1.6rem; }
          .table-block th.indent-3, .table-block th.indent-4 { padding-left: 2.4rem; }
        }
        """
}
